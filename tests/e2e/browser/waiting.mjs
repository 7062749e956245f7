// The wait after wrong tries is seen going by, and heard every few seconds; the paper is asked for after a week.

import { expect, test, until } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

for (const [language, theme, size] of [['ko-KP', 'light', NARROW], ['ru', 'dark', WIDE], ['ko', 'light', WIDE], ['en', 'dark', NARROW]]) {
  await test(`the wait after wrong tries counts down in ${language} at ${size.width} px`, () => {
    const commands = ({ command }) => (command === 'notebook_unlock' ? { failure: { kind: 'wait_to_try', seconds: 8 } } : undefined);
    return asPerson({ language, theme, size, commands }, async (person) => {
      const { page, words } = person;
      await person.makeNotebook();
      await person.press('app-hide');
      await person.goOn();
      await person.write('notebook-passphrase', 'not the right one at all');
      await person.press('notebook-unlock');
      const seen = page.locator('[role="alert"] .box [data-countdown]');
      await seen.waitFor();
      expect(/[^\d:]{4,}/.test(await seen.innerText()), 'the seconds stand without words');
      const open = person.button('notebook-unlock');
      expect(await open.isDisabled(), 'the button looks ready while there is a wait');
      await person.look('waiting');
      const heard = page.locator('[data-heard]');
      const said = new Set([await heard.textContent()]);
      const left = async () => Number(await seen.getAttribute('data-countdown'));
      const first = await left();
      await until('the number to go down', async () => (await left()) < first);
      await until('the end of the wait', async () => said.add(await heard.textContent()) && (await left()) === 0, 12);
      await page.getByText(words('safety-wait-over'), { exact: true }).first().waitFor();
      await until('the button to be ready', () => open.isEnabled());
      expect(said.size >= 2 && said.size <= 4, `heard ${said.size} times: ${[...said].join(' | ')}`);
    });
  });
}

await test('the question after a week leads to the paper', () => {
  let mode = 'reading';
  const commands = ({ command }) =>
    command === 'app_state' && mode === 'unlocked'
      ? { reply: { mode, libraryOpen: true, developmentKeys: true, notices: ['recovery_drill'] } }
      : undefined;
  return asPerson({ language: 'ru', commands }, async (person) => {
    await person.makeNotebook();
    mode = 'unlocked';
    await person.page.reload();
    await person.sees(person.words('notice-recovery-drill'));
    await person.page.locator('.box', { hasText: person.words('notice-recovery-drill') }).getByRole('button').first().click();
    await person.heading(person.words('safety-title'));
  });
});
