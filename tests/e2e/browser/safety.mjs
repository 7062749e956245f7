// How the notebook is kept: a paper for a forgotten passphrase is made, typed back, and opens; the passphrase is changed.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, PASSPHRASE } from './lib/person.mjs';

const NEW = 'amur stork 2031 thaw lantern';

/** The groups of every paper on the screen. */
const papers = (page) =>
  page.locator('.paper').evaluateAll((all) => all.map((paper) => [...paper.querySelectorAll('li')].map((group) => group.lastChild.textContent.trim())));

async function makePaper(person, place) {
  await person.room('notebook');
  await person.press('safety-open');
  await person.button('safety-make').nth(place).click();
  await person.field('safety-present').first().fill(PASSPHRASE);
  await person.page.locator('.button.primary', { hasText: person.words('safety-make') }).first().click();
  await person.page.locator('.paper').first().waitFor();
  const made = await papers(person.page);
  await person.look('safety-paper');
  await person.press('safety-written');
  return made;
}

/** Words with numbers, which the screen puts between marks that cannot be seen. */
const marked = (words) => new RegExp(`^${words.replace(/[()?.]/g, '\\$&').replace(/\d+/g, '\\u2068?$&\\u2069?')}$`);

/** Types back the groups that are asked for. */
async function typeBack(person, made) {
  await person.sees(person.words('safety-back'));
  for (const [paper, groups] of made.entries()) {
    for (const [group, digits] of groups.entries()) {
      const field = person.page.getByLabel(marked(person.words('safety-group', { paper: paper + 1, group: group + 1 })));
      if ((await field.count()) > 0) await field.fill(digits);
    }
  }
  await person.press('safety-keep');
  await person.page.getByText(person.words('safety-kept')).waitFor({ timeout: 60_000 });
}

/** The notebook is open: its page, or the first page when the library was locked too. */
const isOpen = (person) => person.field('notebook-case-title').or(person.field('search-label')).waitFor({ timeout: 60_000 });

async function lockAndForget(person) {
  await person.page.evaluate(() => fetch('/api', { method: 'POST', body: JSON.stringify({ command: 'notebook_lock', request: {} }) }));
  await person.page.reload();
  await person.page.locator('main').first().waitFor();
  if (await person.page.getByRole('navigation').count()) await person.room('notebook');
  await person.press('safety-forgotten');
}

for (const size of [undefined, NARROW]) {
  await test(`a paper of digits opens a notebook whose passphrase was forgotten${size ? ', on a narrow screen' : ''}`, () =>
    asPerson({ language: 'ru', ...(size && { size }) }, async (person) => {
      await person.makeNotebook();
      const made = await makePaper(person, 0);
      same(made.map((groups) => groups.length), [10], 'one paper of ten groups');
      expect(made[0].every((group) => /^\d{5}$/.test(group)), `not groups of five digits: ${made[0]}`);
      await typeBack(person, made);
      await lockAndForget(person);
      await person.write('safety-typed-code', made[0].join(' ').replace(/^(\d)/, (digit) => String((Number(digit) + 1) % 10)));
      await person.write('notebook-passphrase-new', NEW);
      await person.write('notebook-passphrase-again', NEW);
      await person.press('safety-recover');
      await person.page.getByText(marked(person.words('safety-mistyped', { paper: 1, groups: '1' }))).waitFor();
      await person.write('safety-typed-code', made[0].join(' '));
      await person.press('safety-recover');
      await isOpen(person);
    }));
}

await test('three of five papers open it too', () =>
  asPerson({ language: 'en' }, async (person) => {
    await person.makeNotebook();
    const made = await makePaper(person, 1);
    same(made.map((groups) => groups.length), [11, 11, 11, 11, 11], 'five papers');
    await typeBack(person, made);
    await lockAndForget(person);
    await person.field('safety-recover-shares').check();
    for (const [index, paper] of [4, 0, 2].entries()) {
      await person.page.getByLabel(marked(person.words('safety-typed-share', { number: index + 1 }))).fill(made[paper].join(' '));
    }
    await person.write('notebook-passphrase-new', NEW);
    await person.write('notebook-passphrase-again', NEW);
    await person.press('safety-recover');
    await isOpen(person);
  }));

await test('the passphrase is changed, and erasing is off until it is switched on', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await person.room('notebook');
    await person.press('safety-open');
    const off = person.page.getByLabel(person.words('safety-erase-off'), { exact: true });
    expect(await off.isChecked(), 'erasing is on');
    const twenty = person.page.locator('section[aria-labelledby="safety-erase"] label').filter({ hasText: '20' }).locator('input');
    await twenty.check();
    await twenty.and(person.page.locator(':checked')).waitFor();
    await person.field('safety-present').last().fill(PASSPHRASE);
    await person.write('notebook-passphrase-new', NEW);
    await person.write('notebook-passphrase-again', NEW);
    await person.press('safety-change');
    await person.sees(person.words('safety-changed'));
  }));
