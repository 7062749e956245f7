// Every failure of the contract has its two messages on the screen, in every language.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './host.mjs';
import { expect, test } from './lib/check.mjs';
import { asPerson } from './lib/person.mjs';
import { LANGUAGES } from './lib/words.mjs';

const source = readFileSync(join(ROOT, 'crates/api/src/failure.rs'), 'utf8');
const ids = [...source.matchAll(/=> "(error-[a-z-]+)"/g)].map(([, id]) => id);

/** What some of them say besides. */
const DETAILS = { what: '', problems: [], reason: 'mixed', seconds: 5, paper: 1, groups: [2], group: 2 };

for (const language of LANGUAGES) {
  await test(`each failure is said and helped in ${language}`, async () => {
    expect(ids.length > 15, 'the failures of the contract were not found');
    let kind;
    const commands = ({ command }) => (command === 'library_articles' && kind ? { failure: { kind, ...DETAILS } } : undefined);
    await asPerson({ language, commands }, async (person) => {
      await person.field('search-label').waitFor();
      for (const id of ids) {
        kind = id.replace('error-', '').replaceAll('-', '_');
        await person.room('library');
        const alert = person.page.getByRole('alert').filter({ hasText: person.words(id) });
        await alert.waitFor();
        expect((await alert.innerText()).includes(person.words(`${id}-help`)), `${id} has no help`);
        await person.room('cards');
      }
    });
  });
}

await test('what should be known about the files is said once and can be closed', async () => {
  const notices = ['library_remade', 'keys_damaged', 'notebook_missing'];
  const commands = ({ command }) =>
    command === 'app_state' ? { reply: { mode: 'reading', libraryOpen: true, notices } } : undefined;
  await asPerson({ commands }, async (person) => {
    for (const notice of notices) {
      const words = person.words(`notice-${notice.replaceAll('_', '-')}`);
      await person.sees(words);
      await person.page.locator('.box', { hasText: words }).getByRole('button').click();
      await person.page.getByText(words).waitFor({ state: 'detached' });
    }
    await person.field('search-label').waitFor();
  });
});

await test('a program that cannot start says why and can be asked again', async () => {
  let broken = true;
  const commands = ({ command }) => (command === 'app_state' && broken ? { failure: { kind: 'keys_damaged' } } : undefined);
  await asPerson({ commands }, async (person) => {
    await person.sees(person.words('error-keys-damaged'));
    await person.sees(person.words('error-keys-damaged-help'));
    broken = false;
    await person.press('app-try-again');
    await person.field('search-label').waitFor();
  });
});
