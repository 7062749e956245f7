// Copies: made, read again, checked, told of on the notebook's first page, and a notebook made from one elsewhere.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, PASSPHRASE, WIDE } from './lib/person.mjs';

const slow = { timeout: 60_000 };
const sees = (person, id) => person.page.getByText(person.words(id), { exact: true }).first().waitFor(slow);

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW], ['ko', 'dark', WIDE], ['en', 'light', NARROW]]) {
  await test(`a copy is made, checked and used on another computer in ${language} at ${size.width} px`, async () => {
    const home = mkdtempSync(join(tmpdir(), 'durumi-stick-'));
    try {
      await asPerson({ language, theme, size, home }, makeAndCheck);
      same(readdirSync(join(home, 'durumi-copies')).length, 1, 'copies');
      await asPerson({ language, theme, size, home }, useElsewhere);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

async function makeAndCheck(person) {
  const { page, words } = person;
  await person.makeNotebook();
  const standing = page.locator('[data-standing]');
  await standing.getByText(words('backup-none')).waitFor();
  await page.locator('[data-standing].amber').waitFor();
  await person.makeCase('사건 дело');
  await person.press('app-back');
  await person.press('backup-title');
  await person.heading(words('backup-title'));
  await sees(person, 'backup-no-copies');
  await person.look('backup');
  await person.write('safety-present', 'amur stork 2031 thaw lantern');
  await person.press('backup-make');
  await sees(person, 'error-wrong-passphrase');
  await person.write('safety-present', PASSPHRASE);
  // By keyboard: Enter in the field does what the button does.
  await person.field('safety-present').press('Enter');
  await sees(person, 'backup-made');
  await person.write('backup-passphrase-then', PASSPHRASE);
  await person.press('backup-check');
  await sees(person, 'backup-checked');
  await person.look('backup-made');
  await person.press('app-back');
  await standing.waitFor();
  const told = await standing.innerText();
  expect(!told.includes(words('backup-none')), `no copy is told of: ${told}`);
  // It is lost with the computer.
  await page.locator('[data-standing].amber').getByText(words('backup-only-here')).waitFor();
  await person.look('cases-with-copy');
  await person.makeCase('두번째');
  await person.press('app-back');
  await standing.getByText(words('backup-behind', { changes: 1 }).slice(0, -1)).waitFor();
}

async function useElsewhere(person) {
  await person.room('notebook');
  await person.press('backup-restore-open');
  await person.heading(person.words('backup-restore-title'));
  await person.field('backup-passphrase-then').waitFor();
  await person.look('backup-restore');
  await person.write('backup-passphrase-then', PASSPHRASE);
  await person.press('backup-restore');
  await person.field('notebook-passphrase').waitFor(slow);
  await person.unlock();
  if (await person.field('search-label').count()) await person.room('notebook');
  await person.page.getByText('사건 дело').waitFor();
}

await test('a notebook that is exchanged through a stick, or copied to one, is not said to be here only', async () => {
  const place = { id: 'a'.repeat(32), folder: '/media/stick', on: true, there: true, lastMs: Date.UTC(2026, 10, 24, 9), waiting: 2, waitingFiles: 0 };
  const copy = { place: 'KINGSTON', madeMs: place.lastMs, checkedMs: place.lastMs, behind: 0 };
  for (const [places, made] of [[[place], []], [[], [copy]], [[{ ...place, lastMs: null }], []]]) {
    const commands = ({ command }) => {
      if (command === 'sync_list') return { reply: { places, epoch: 0, setAside: 0, aside: [] } };
      return command === 'backup_show' ? { reply: { made } } : undefined;
    };
    await asPerson({ commands, size: NARROW }, async (person) => {
      await person.makeNotebook();
      const standing = person.page.locator('[data-standing]');
      if (places[0]?.lastMs === null) return person.page.locator('[data-standing].amber').waitFor();
      await standing.getByText(made.length ? 'KINGSTON' : place.folder).waitFor();
      same(await person.page.locator('[data-standing].amber').count(), 0, 'the warning');
      same(await standing.getByText(person.words('backup-none')).count(), 0, 'that there is no copy');
      await person.look('cases-exchanged');
    });
  }
});
