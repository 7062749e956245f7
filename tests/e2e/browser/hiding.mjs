// Hide: at once, by button, by Esc Esc, and by itself.

import { expect, same, test, until } from './lib/check.mjs';
import { asPerson, PASSPHRASE } from './lib/person.mjs';

await test('Esc pressed twice blanks the screen within its own handler', () =>
  asPerson({}, async ({ page, ...person }) => {
    await page.evaluate(() => {
      window.addEventListener('keydown', (event) => {
        const opacity = getComputedStyle(document.body).opacity;
        // In the address, because the page itself is loaded anew.
        window.name = `${window.name} ${event.key}:${opacity}`;
      });
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: person.words('app-go-on') }).waitFor();
    same(await page.evaluate(() => window.name.trim()), 'Escape:1 Escape:0', 'what each Esc left to be seen');
    expect(!(await page.locator('body').innerText()).includes(person.words('home-urgent')), 'the first screen is still there');
  }));

await test('Esc pressed twice slowly does not hide', () =>
  asPerson({}, async ({ page, ...person }) => {
    await page.getByText(person.words('home-urgent'), { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(800);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    expect(await page.getByText(person.words('home-urgent'), { exact: true }).isVisible(), 'the screen was hidden');
  }));

await test('Esc pressed twice hides a card that fills the screen too', () =>
  asPerson({}, async (person) => {
    await person.room('cards');
    await person.page.locator('main .entry').first().click();
    await person.page.getByRole('dialog').waitFor();
    await person.page.keyboard.press('Escape');
    await person.page.keyboard.press('Escape');
    await person.button('app-go-on').waitFor();
  }));

await test('hiding keeps the words that were being written, and the language', () =>
  asPerson({ language: 'ru' }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('Дело');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', 'Меня позвали к начальнику');
    await person.page.keyboard.press('Escape');
    await person.page.keyboard.press('Escape');
    await person.goOn();
    await person.unlock();
    await person.room('notebook');
    await person.page.locator('main .entry').first().click();
    await person.sees('Меня позвали к начальнику');
  }));

await test('on a full disk the page says that hiding loses the words, and hiding locks all the same', () => {
  const commands = ({ command }) => (command === 'note_save' ? { failure: { kind: 'disk_full' } } : undefined);
  return asPerson({ commands }, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    await person.write('notebook-note-text', '려권을 빼앗겼습니다');
    await person.press('notebook-save');
    const help = person.page.getByText(person.words('error-disk-full-help'));
    await help.waitFor();
    const { y, height } = await help.boundingBox();
    const { y: bar } = await person.button('notebook-save').boundingBox();
    expect(y > 60 && y + height <= bar, `the message is at ${y}, out of sight`);
    await person.look('disk-full');
    await person.press('app-hide');
    await person.goOn();
    await person.unlock();
    await person.room('notebook');
    await person.page.locator('main .entry').first().click();
    await person.sees(person.words('notebook-timeline-empty'));
  });
});

await test('a third Esc does not take the cover away', () =>
  asPerson({}, async (person) => {
    await person.page.keyboard.press('Escape');
    await person.page.keyboard.press('Escape');
    await person.button('app-go-on').waitFor();
    await person.page.keyboard.press('Escape');
    await person.page.waitForTimeout(300);
    expect(await person.button('app-go-on').isVisible(), 'the cover is gone');
    await person.page.keyboard.press('Enter');
    await person.field('search-label').waitFor();
  }));

await test('an open notebook that nobody touches for five minutes is locked', () =>
  asPerson({}, async (person) => {
    await person.page.clock.install();
    await person.page.reload();
    await person.makeNotebook();
    await person.page.clock.fastForward('04:30');
    expect(await person.field('notebook-case-title').isVisible(), 'it was locked too early');
    await person.page.clock.fastForward('00:45');
    await person.button('app-go-on').waitFor();
    await person.goOn();
    await person.field('notebook-passphrase').waitFor();
  }));

await test('when locking fails, the covered page locks before it shows anything', async () => {
  let refuse = true;
  const commands = ({ command }) => {
    if (command !== 'notebook_lock' || !refuse) return undefined;
    refuse = false;
    return { failure: { kind: 'internal' } };
  };
  await asPerson({ commands }, async (person) => {
    await person.makeNotebook(PASSPHRASE);
    await person.press('app-hide');
    await person.goOn();
    await until('the lock', () => person.field('notebook-passphrase').isVisible());
  });
});
