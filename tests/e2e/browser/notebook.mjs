// The notebook: nothing is lost, nothing is deleted by accident, everything says what it did.

import { expect, same, test, until } from './lib/check.mjs';
import { asPerson } from './lib/person.mjs';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

await test('leaving words that are not saved asks, and each answer does what it says', () =>
  asPerson({}, async (person) => {
    const { page } = person;
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', '첫 기록');
    await person.room('home');
    await person.press('app-unsaved-stay');
    same(await person.field('notebook-note-text').inputValue(), '첫 기록', 'the words after staying');
    await person.room('home');
    await person.press('app-unsaved-save');
    await person.field('search-label').waitFor();
    await person.room('notebook');
    await page.locator('main .entry').first().click();
    await page.getByText('첫 기록').click();
    await person.write('notebook-note-text', '고친 기록');
    await person.press('app-back');
    await person.press('app-unsaved-drop');
    await person.sees('첫 기록');
    expect((await page.getByText('고친 기록').count()) === 0, 'what was given up is there');
  }));

await test('saved is said only after the reply, and no longer than it is true', async () => {
  let hold;
  const commands = ({ command }) => (command === 'note_save' ? new Promise((done) => (hold = done)) : undefined);
  await asPerson({ commands }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', '기록');
    await person.press('notebook-save');
    await until('the command', () => hold !== undefined);
    await person.page.waitForTimeout(300);
    const saved = person.page.getByText(person.words('notebook-saved'), { exact: true });
    expect(!(await saved.isVisible()), 'saved was said before it was');
    hold(undefined);
    await saved.waitFor();
    await person.field('notebook-note-text').pressSequentially('!');
    await saved.waitFor({ state: 'detached' });
  });
});

await test('a full disk leaves the words on the screen', async () => {
  const commands = ({ command }) => (command === 'note_save' ? { failure: { kind: 'disk_full' } } : undefined);
  await asPerson({ commands }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', '기록');
    await person.press('notebook-save');
    await person.sees(person.words('error-disk-full'));
    same(await person.field('notebook-note-text').inputValue(), '기록', 'the words');
  });
});

await test('a weak passphrase and two that differ are refused in words', () =>
  asPerson({}, async (person) => {
    await person.room('notebook');
    await person.write('notebook-passphrase-new', '1234');
    await person.write('notebook-passphrase-again', '1234');
    await person.press('notebook-make');
    await person.sees(person.words('notebook-passphrase-weak'));
    await person.write('notebook-passphrase-new', 'tumen river crane 1948 winter');
    await person.sees(person.words('notebook-strength-4'));
    await person.press('notebook-make');
    await person.sees(person.words('notebook-passphrase-different'));
  }));

await test('a day is read in the ways people write it', () =>
  asPerson({ language: 'ru' }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('Дело');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', 'x');
    for (const typed of ['3.2.2026', '2026-02-03', '2026년 2월 3일']) {
      await person.write('notebook-note-day', typed);
      await person.sees('3 февраля 2026');
    }
    await person.press('notebook-today');
    expect(/^\d\d\.\d\d\.\d{4}$/.test(await person.field('notebook-note-day').inputValue()), 'today is not written like the example');
    await person.write('notebook-note-day', '31.2.2026');
    await person.press('notebook-save');
    await person.sees(person.words('notebook-note-day-unreadable'));
    await person.write('notebook-note-day', '3.2.2026');
    await person.save();
    same(await person.field('notebook-note-day').inputValue(), '03.02.2026', 'the day that was saved');
    await person.write('notebook-note-day', '');
    await person.save();
  }));

await test('a picture, a text and another file are kept, and the first two are shown', () =>
  asPerson({}, async (person) => {
    const { page, words } = person;
    await person.makeNotebook();
    await person.makeCase('사건');
    const files = [
      { name: '사진.png', mimeType: 'image/png', buffer: PIXEL },
      { name: 'слова.txt', mimeType: 'text/plain', buffer: Buffer.from('слова из файла '.repeat(60_000)) },
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ];
    for (const file of files) {
      await page.locator('[data-attach]').setInputFiles([file]);
      await page.getByRole('button', { name: file.name }).waitFor();
    }
    await page.getByRole('button', { name: '사진.png' }).click();
    await until('the picture', () => page.locator('main img').evaluate((image) => image.complete && image.naturalWidth === 1));
    await person.press('app-back');
    await page.getByRole('button', { name: 'слова.txt' }).click();
    await page.locator('pre').waitFor();
    same((await page.locator('pre').innerText()).length, 60_000 * 15, 'letters of the text');
    await person.press('app-back');
    await page.getByRole('button', { name: 'scan.pdf' }).click();
    await person.sees(words('notebook-file-not-shown'));
    await person.press('notebook-file-delete');
    await person.press('notebook-delete-yes');
    await page.getByRole('button', { name: '사진.png' }).waitFor();
    same(await page.getByRole('button', { name: 'scan.pdf' }).count(), 0, 'deleted files in the list');
  }));

await test('adding a file can be given up, and leaves nothing', async () => {
  const commands = async ({ command }) => {
    if (command === 'attachment_add') await new Promise((done) => setTimeout(done, 400));
    return undefined;
  };
  await asPerson({ commands }, async (person) => {
    const { page, words } = person;
    await person.makeNotebook();
    await person.makeCase('사건');
    await page.locator('[data-attach]').setInputFiles([{ name: 'big.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(3_000_000) }]);
    await person.press('app-cancel');
    await person.sees(words('notebook-file-cancelled'));
    await person.press('app-back');
    await page.locator('main .entry').first().click();
    await person.button('notebook-note-new').waitFor();
    same(await page.getByRole('button', { name: 'big.bin' }).count(), 0, 'files in the list');
  });
});

await test('two versions of a place are both shown, and the chosen one is saved', async () => {
  let saved;
  const commands = ({ command, request }) => {
    if (command === 'note_save' && request.noteId) {
      saved = request;
      return { reply: { ...NOTE, place: request.place } };
    }
    if (command !== 'case_show') return undefined;
    const conflicts = saved ? [] : [{ field: 'place', values: [{ text: '하바롭스크' }, { text: '울라지보스또크' }] }];
    return { reply: { case: { id: 'a', title: '사건', conflicts: [], notes: 1, attachments: 0, changedMs: 0 }, notes: [{ ...NOTE, conflicts }], attachments: [] } };
  };
  const NOTE = { id: 'n', caseId: 'a', date: '2026-02-03', place: '하바롭스크', text: '기록', conflicts: [], changedMs: 0 };
  await asPerson({ commands }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.sees('하바롭스크');
    await person.page.getByRole('group', { name: person.words('notebook-conflict') }).getByRole('button', { name: '울라지보스또크' }).click();
    await until('the choice', () => saved !== undefined);
    same([saved.place, saved.text, saved.date, saved.noteId], ['울라지보스또크', '기록', '2026-02-03', 'n'], 'what was saved');
    await person.page.getByRole('group', { name: person.words('notebook-conflict') }).waitFor({ state: 'detached' });
  });
});

await test('deleting a case asks first, and goes back to the list', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await person.makeCase('지울 사건');
    await person.press('notebook-case-delete');
    await person.press('app-cancel');
    await person.heading('지울 사건');
    await person.press('notebook-case-delete');
    await person.press('notebook-delete-yes');
    await person.field('notebook-case-title').waitFor();
    same(await person.page.getByText('지울 사건').count(), 0, 'the case in the list');
  }));

await test('a case gets another name', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await person.makeCase('옛 이름');
    await person.press('notebook-case-rename');
    await person.write('notebook-case-title', '새 이름');
    await person.press('notebook-save');
    await person.heading('새 이름');
  }));
