// Copies and devices: two of them, with a folder between.

import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, same, test, until } from './lib/check.mjs';
import { asPerson, NARROW, PASSPHRASE, WIDE } from './lib/person.mjs';
import { asShown } from './lib/words.mjs';

const TITLE = '로임 사건';

/** Lets a test have a folder that stands for a stick. */
async function withStick(body) {
  const stick = mkdtempSync(join(tmpdir(), 'durumi-stick-'));
  try {
    await body(stick);
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
}

async function openPage(person) {
  await person.room('notebook');
  if (!(await person.button('sync-open').count())) await person.room('notebook');
  await person.press('sync-open');
  await person.heading(person.words('sync-title'));
}

/** There is no dialog in a browser, so the path is typed. */
async function typeFolder(person, folder) {
  await person.press('sync-choose-folder');
  await person.write('sync-typed', folder);
  await person.press('sync-typed-go-on');
  await person.page.getByText(folder).first().waitFor();
}

async function turnOn(person, stick, look = async () => undefined, by = 'sync-add') {
  const before = readdirSync(stick);
  await person.press(by);
  await person.heading(person.words('sync-add'));
  await person.button('sync-choose-folder').waitFor();
  await look('sync-add');
  await typeFolder(person, stick);
  await look('sync-chosen');
  same(readdirSync(stick), before, 'nothing is written before it is turned on');
  await person.press('sync-turn-on');
  await person.page.getByRole('heading', { level: 2, name: stick }).waitFor({ timeout: 60_000 });
}

async function invite(person, stick, look) {
  await person.press('sync-invite');
  await typeFolder(person, stick);
  await person.write('safety-present', PASSPHRASE);
  await person.press('sync-invite-make');
  await person.page.locator('[data-code] li').first().waitFor({ timeout: 60_000 });
  await look('sync-invite');
  const groups = await person.page.locator('[data-code] li').allInnerTexts();
  same(groups.map((group) => group.trim().length), [5, 5, 5, 5, 5, 5], 'the code');
  await person.press('sync-invite-done');
  return groups.map((group) => group.trim());
}

async function joinBy(person, stick, groups, look) {
  await person.room('notebook');
  await person.press('sync-join');
  await person.heading(person.words('sync-join-title'));
  await person.press('sync-join-do');
  await person.sees(person.words('sync-join-file-missing'));
  await until('the button for the file', () => person.button('sync-join-choose').evaluate((button) => button === document.activeElement));
  expect(await inSight(person, person.page.getByText(person.words('sync-join-file-missing'))), 'that the file is missing is out of sight');
  await look('sync-join');
  await person.page.locator('[data-invitation]').setInputFiles(join(stick, 'invitation'));
  await person.write('notebook-passphrase-new', PASSPHRASE);
  await person.write('notebook-passphrase-again', PASSPHRASE);
  const wrong = [groups[0], groups[1].replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)), ...groups.slice(2)];
  await person.write('sync-join-code', wrong.join(' '));
  await person.press('sync-join-do');
  await person.sees(person.words('error-invitation-mistyped'));
  await until('the field of the code', () => person.field('sync-join-code').evaluate((field) => field === document.activeElement));
  expect(await inSight(person, person.page.getByText(asShown(person.words('sync-join-mistyped', { group: 2 })))), 'which group is wrong is out of sight');
  const hidden = await person.field('sync-join-code').evaluate((field) => Math.max(field.scrollWidth - field.clientWidth, field.scrollHeight - field.clientHeight));
  expect(hidden <= 0, `${hidden} px of the code are out of sight`);
  await look('sync-join-mistyped');
  await person.write('sync-join-code', groups.join(' '));
  await person.press('sync-join-do');
  await person.page.getByText(person.words('sync-joined')).waitFor({ timeout: 60_000 });
  await person.button('sync-joined-choose').waitFor();
  same(await person.page.locator('main .parts button').count(), 1, 'what is offered besides choosing the stick');
  same(await person.page.getByText(person.words('sync-none')).count(), 0, 'that nothing is turned on');
  await look('sync-joined');
}

/** Whether all of it is within the window. */
async function inSight(person, what) {
  const box = await what.first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= person.size.height;
}

async function copyNow(person) {
  await openPage(person);
  await person.press('sync-now');
  await person.button('sync-stop').waitFor({ state: 'detached', timeout: 60_000 });
  await person.button('sync-now').waitFor();
  await person.room('notebook');
}

async function openNote(person) {
  await person.room('notebook');
  await person.page.locator('main .entry', { hasText: TITLE }).first().click();
}

async function writePlace(person, place) {
  await openNote(person);
  await person.page.getByText('첫 기록').first().click();
  await person.write('notebook-note-place', place);
  await person.save();
}

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW], ['ko', 'dark', WIDE], ['en', 'light', NARROW]]) {
  await test(`a second device joins by a stick in ${language} at ${size.width} px`, () =>
    withStick((stick) => asPerson({ language, theme, size }, async (first) => {
      await first.makeNotebook();
      await openPage(first);
      await first.sees(first.words('sync-none'));
      await first.look('sync-none');
      await turnOn(first, stick, (name) => first.look(name));
      await first.sees(first.words('sync-waiting-none'));
      await first.look('sync');
      const groups = await invite(first, stick, (name) => first.look(name));
      await asPerson({ language, theme, size }, async (second) => {
        await joinBy(second, stick, groups, (name) => second.look(name));
      });
    })));
}

await test('what is written on one device appears on the other, and two values of one field are shown until one is chosen', () =>
  withStick((stick) => asPerson({}, async (first) => {
    await first.makeNotebook();
    await first.makeCase(TITLE);
    await first.writeNote('첫 기록');
    await openPage(first);
    await turnOn(first, stick);
    const groups = await invite(first, stick, async () => undefined);
    await asPerson({}, async (second) => {
      await joinBy(second, stick, groups, async () => undefined);
      await turnOn(second, stick, undefined, 'sync-joined-choose');
      await openNote(second);
      await second.sees('첫 기록');
      await writePlace(first, '하바롭스크');
      await writePlace(second, '울라지보스또크');
      for (const person of [first, second, first]) await copyNow(person);
      for (const person of [first, second]) {
        await openNote(person);
        const both = person.page.getByRole('group', { name: person.words('notebook-conflict') });
        await both.getByRole('button', { name: '울라지보스또크' }).waitFor();
        await both.getByRole('button', { name: '하바롭스크' }).waitFor();
      }
      await first.look('sync-conflict');
      await first.page.getByRole('group', { name: first.words('notebook-conflict') }).getByRole('button', { name: '울라지보스또크' }).click();
      await first.page.getByRole('group', { name: first.words('notebook-conflict') }).waitFor({ state: 'detached' });
      for (const person of [first, second]) await copyNow(person);
      await openNote(second);
      await second.sees('울라지보스또크');
      same(await second.page.getByRole('group', { name: second.words('notebook-conflict') }).count(), 0, 'conflicts after one was chosen');
    });
  })));

await test('copies go by themselves after a pause, and not while the place is off', () =>
  withStick((stick) => asPerson({}, async (person) => {
    const heads = () => (existsSync(join(stick, 'h')) ? readdirSync(join(stick, 'h')) : []);
    // Every head has a name of its own; what is half written begins with a dot.
    const objects = () => heads().filter((name) => !name.startsWith('.')).sort().join();
    await person.makeNotebook();
    await openPage(person);
    await turnOn(person, stick);
    await person.makeCase(TITLE);
    const before = objects();
    await until('the copy', () => objects() !== before, 60);
    await openPage(person);
    await person.sees(person.words('sync-waiting-none'));
    await person.field('sync-on').or(person.page.getByRole('checkbox')).first().uncheck();
    await person.sees(person.words('sync-off-why'));
    await person.look('sync-off');
    await person.makeCase('다른 사건');
    const off = objects();
    await person.page.waitForTimeout(32_000);
    same(objects(), off, 'what is there while it is off');
    await openPage(person);
    await person.page.locator('.label.amber').first().waitFor();
    await person.press('sync-leave');
    await person.page.getByRole('alertdialog').getByRole('button', { name: person.words('sync-leave') }).click();
    await person.sees(person.words('sync-left-not'));
    await person.look('sync-left-not');
    await person.press('sync-forget');
    await person.page.getByRole('alertdialog').getByRole('button', { name: person.words('sync-forget') }).click();
    await person.sees(person.words('sync-none'));
    expect(readdirSync(stick).includes('h'), 'what lies there stays');
  })));

await test('a visit says how far it is and can be stopped, and a pulled stick and what was set aside are told', async () => {
  let finish;
  let stopped = false;
  let joined = false;
  const place = { id: 'a'.repeat(32), folder: '/media/stick', on: true, there: false, lastMs: Date.UTC(2026, 10, 24, 9), waiting: 3, waitingFiles: 41 };
  const report = (trouble, findings = []) => ({ reply: [{ id: place.id, received: 0, sent: 0, filesReceived: 0, filesSent: 0, findings, trouble }] });
  const aside = [{ device: '0a1b2c3d', number: 7, why: 'newer' }, { device: '0a1b2c3d', number: 9, why: 'unreadable' }];
  const commands = ({ command }) => {
    if (command === 'sync_list') return { reply: { places: [place], setAside: 2, aside } };
    if (command === 'sync_tick') return { reply: [] };
    if (command === 'sync_progress') return { reply: { id: place.id, objects: 12, bytes: 5_000_000 } };
    if (command === 'sync_cancel') {
      stopped = true;
      finish(report('stopped'));
      return { reply: {} };
    }
    if (command !== 'sync_now') return undefined;
    if (joined) return report('not_there', ['foreign', 'rolled_back']);
    return new Promise((done) => (finish = done));
  };
  for (const [language, size] of [['ko-KP', WIDE], ['ru', NARROW]]) {
    [stopped, joined] = [false, false];
    await asPerson({ commands, language, size }, async (person) => {
      await person.makeNotebook();
      await openPage(person);
      await person.press('sync-now');
      await person.page.getByText(language === 'ru' ? '4,8 МБ' : '4.8 MB').waitFor();
      await person.look('sync-copying');
      await person.press('sync-stop');
      await person.sees(person.words('sync-trouble-stopped'));
      expect(stopped, 'the program was not told');
      joined = true;
      await person.press('sync-now');
      await person.sees(person.words('sync-trouble-not-there'));
      await person.page.locator('.box.amber[data-finding]').getByText(person.words('sync-finding-rolled-back')).waitFor();
      const told = await person.page.locator('[data-finding]').evaluateAll((all) => all.map((one) => one.dataset.finding));
      same(told, ['rolled_back', 'foreign'], 'what was noticed, the grave first');
      await person.sees(person.words('sync-not-there'));
      await person.sees(person.words('sync-aside-newer'));
      await person.look('sync-trouble');
    });
  }
});

await test('a visit that nobody asked for and that fails is told to whoever opens the page, and no longer once one works', async () => {
  let full = false;
  const place = { id: 'a'.repeat(32), folder: '/media/stick', on: true, there: true, lastMs: Date.UTC(2026, 10, 24, 9), waiting: 3, waitingFiles: 0 };
  const visited = [{ id: place.id, received: 0, sent: 1, filesReceived: 0, filesSent: 0, findings: [], trouble: null }];
  const commands = ({ command }) => {
    if (command === 'sync_list') return { reply: { places: [place], epoch: 0, setAside: 0, aside: [] } };
    if (command === 'sync_tick') return full ? { failure: { kind: 'disk_full' } } : { reply: visited };
    return undefined;
  };
  await asPerson({ commands }, async (person) => {
    await person.makeNotebook();
    await openPage(person);
    const report = person.page.getByText(asShown(person.words('sync-done', { sent: 1, received: 0 })));
    await report.waitFor();
    await person.room('library');
    full = true;
    await person.page.waitForTimeout(7_000);
    await openPage(person);
    await person.sees(person.words('error-disk-full'));
    same(await report.count(), 0, 'the report of the visit before');
    full = false;
    await report.waitFor();
    same(await person.page.getByText(person.words('error-disk-full')).count(), 0, 'the failure');
  });
});

await test('which place is not reached is said before new keys are made and after', () =>
  withStick((stick) => asPerson({ size: NARROW }, async (person) => {
    await person.makeNotebook();
    await openPage(person);
    await turnOn(person, stick);
    renameSync(stick, `${stick}-pulled`);
    try {
      await person.press('sync-remove');
      await person.sees(asShown(person.words('sync-remove-missing', { folder: stick })));
      await person.look('sync-remove-missing');
      await person.write('safety-present', PASSPHRASE);
      await person.press('sync-remove-make');
      await person.page.getByText(asShown(person.words('sync-remove-missed', { folder: stick }))).waitFor({ timeout: 60_000 });
      await person.look('sync-remove-missed');
    } finally {
      renameSync(`${stick}-pulled`, stick);
    }
  })));

await test('a place is turned on by keyboard alone', () =>
  withStick((stick) => asPerson({}, async (person) => {
    await person.makeNotebook();
    const { keyboard } = person.page;
    const reach = async (id) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await keyboard.press('Tab');
        const focused = await person.page.evaluate(() => document.activeElement?.innerText?.trim() ?? '');
        if (focused === person.words(id)) return keyboard.press('Enter');
      }
      throw new Error(`Tab does not reach ${id}`);
    };
    await reach('sync-open');
    await person.heading(person.words('sync-title'));
    await person.button('sync-add').waitFor();
    await reach('sync-add');
    await person.heading(person.words('sync-add'));
    await reach('sync-choose-folder');
    await person.field('sync-typed').waitFor();
    await until('the field', () => person.field('sync-typed').evaluate((field) => field === document.activeElement));
    await keyboard.type(stick);
    await keyboard.press('Enter');
    await reach('sync-turn-on');
    await person.page.getByRole('heading', { level: 2, name: stick }).waitFor({ timeout: 60_000 });
  })));

await test('a folder that is not there is said and nothing is turned on', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await openPage(person);
    await person.press('sync-add');
    await typeFolder(person, '/nothing/of/the/kind');
    await person.press('sync-turn-on');
    await person.sees(person.words('error-bad-request'));
    await person.press('sync-choose-other');
    await person.button('sync-choose-folder').waitFor();
  }));

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW]]) {
  await test(`a device that is lost gets new keys made and the one that stays takes them in ${language} at ${size.width} px`, () =>
    withStick((stick) => asPerson({ language, theme, size }, async (first) => {
      await first.makeNotebook();
      await openPage(first);
      await turnOn(first, stick);
      const groups = await invite(first, stick, async () => undefined);
      await asPerson({ language, theme, size }, async (second) => {
        await joinBy(second, stick, groups, async () => undefined);
        await openPage(first);
        await first.press('sync-remove');
        await first.look('sync-remove');
        await first.write('safety-present', PASSPHRASE);
        await first.press('sync-remove-make');
        await first.page.getByText(first.words('sync-remove-made')).waitFor({ timeout: 60_000 });
        await first.look('sync-remove-made');
        rmSync(join(stick, 'invitation'));
        await openPage(first);
        await first.sees(first.words('sync-off-why'));
        const again = await invite(first, stick, async () => undefined);
        await openPage(second);
        await second.press('sync-keys');
        await second.page.locator('[data-invitation]').setInputFiles(join(stick, 'invitation'));
        await second.write('sync-join-code', again.join(' '));
        await second.look('sync-keys');
        await second.press('sync-keys-take');
        await second.page.getByText(second.words('sync-keys-taken')).waitFor({ timeout: 60_000 });
        await second.press('sync-open');
        await turnOn(second, stick);
        await second.press('sync-leave');
        await second.page.getByRole('alertdialog').getByRole('button', { name: second.words('sync-leave') }).click();
        await second.sees(second.words('sync-left'));
        await second.look('sync-left');
      });
    })));
}
