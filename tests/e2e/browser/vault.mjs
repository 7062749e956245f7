// Is everything in order? What is damaged on the disk is found, put in order or named on the screen.

import { expect, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

const ASIDE = [
  { kind: 'note', title: '2026-11-20 지배인이 려권을 가져갔다', caseTitle: '로임 사건' },
  { kind: 'file', title: 'договор.pdf', caseTitle: '로임 사건' },
];
const REPORT = { keys: 'sound', library: 'repaired', notebook: 'damaged', cases: 1, notes: 12, files: 3, repaired: ['library', 'lists', 'search_index'], aside: ASIDE, asideMore: 3, kept: 2 };

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW], ['ko', 'dark', WIDE], ['en', 'light', NARROW]]) {
  await test(`whether everything is in order is asked and answered in ${language} at ${size.width} px`, async () => {
    let damaged = false;
    const commands = ({ command }) => (command === 'vault_check' && damaged ? { reply: REPORT } : undefined);
    await asPerson({ language, theme, size, commands }, async (person) => {
      await person.makeNotebook();
      await person.makeCase('로임 사건');
      await person.press('app-back');
      await person.press('vault-title');
      await person.heading(person.words('vault-title'));
      // By keyboard alone: the button is the first thing after the heading.
      await person.page.keyboard.press('Tab');
      await person.page.keyboard.press('Enter');
      await person.page.locator('[data-report="vault-sound"]').waitFor({ timeout: 60_000 });
      await person.look('vault-sound');
      damaged = true;
      await person.press('vault-check');
      await person.page.locator('[data-report="vault-damaged"]').waitFor();
      await person.sees('договор.pdf');
      await person.look('vault-damaged');
      const height = await person.button('vault-check').boundingBox();
      expect(height.height >= 48, 'the button is small');
    });
  });
}
