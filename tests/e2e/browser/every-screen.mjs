// Every screen in every language: nothing missing, nothing in the way, nothing wider than the screen. The
// pictures are for people to look at.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

const TOURS = [
  ['ko-KP', 'light', WIDE], ['ko-KP', 'dark', NARROW],
  ['ko', 'dark', WIDE], ['ko', 'light', NARROW],
  ['ru', 'light', WIDE], ['ru', 'dark', NARROW],
  ['en', 'dark', WIDE], ['en', 'light', NARROW],
];

for (const [language, theme, size] of TOURS) {
  await test(`every screen is whole in ${language}, ${theme}, ${size.width} px`, () => asPerson({ language, theme, size }, tour));
}

async function tour(person) {
  const { page, words } = person;
  await person.field('search-label').waitFor();
  await page.getByText(words('home-unreviewed'), { exact: true }).waitFor();
  await person.look('home');
  await person.search({ en: 'lawyer', ru: 'адвокат' }[person.language] ?? '변호사');
  await person.look('search');
  await person.press('search-clear');
  await person.room('library');
  await page.locator('main .entry').first().waitFor();
  await person.look('library');
  await page.locator('main .entry').first().click();
  await page.locator('.labels').waitFor();
  await person.look('article');
  await page.getByRole('radio', { name: person.language === 'ru' ? '조선말' : 'Русский' }).check({ force: true });
  await person.look('beside');
  await person.press('library-show-this');
  await page.getByRole('dialog').waitFor();
  await person.look('show');
  await person.press('app-close');
  await person.room('cards');
  await page.locator('main .entry').first().waitFor();
  await person.look('cards');
  await page.getByRole('tab').nth(2).click();
  await page.getByRole('tabpanel').locator('.entry').first().waitFor();
  await person.room('contacts');
  await page.locator('.sheet').first().waitFor();
  await person.look('contacts');
  await person.room('places');
  await page.locator('main .entry').first().waitFor();
  await person.look('places');
  await page.locator('main .entry').first().click();
  await page.locator('.box.amber').waitFor();
  await person.look('place');
  await person.room('settings');
  await page.getByRole('heading', { name: words('settings-protects'), exact: true }).waitFor();
  await person.look('settings');
  await person.room('notebook');
  await person.field('notebook-passphrase-new').waitFor();
  await person.look('make-notebook');
  await person.makeNotebook();
  await person.look('cases');
  await person.makeCase('망명 · убежище');
  await person.look('case-empty');
  await person.press('notebook-note-new');
  await person.write('notebook-note-text', 'Полицейский забрал паспорт. 려권을 빼앗겼습니다.');
  await person.look('note');
  await person.room('home');
  await page.getByRole('alertdialog').waitFor();
  await person.look('unsaved');
  await person.press('app-unsaved-save');
  await person.field('search-label').waitFor();
  await person.press('keyboard-open');
  await person.look('keyboard');
  await person.press('app-close');
  await person.press('app-hide');
  await person.button('app-go-on').waitFor();
  await person.look('cover');
  await person.goOn();
  await person.field('notebook-passphrase').waitFor();
  await person.look('locked');
}

await test('until a language is chosen, the first screen offers all four', () =>
  asPerson({ fragment: 'theme=light' }, async (person) => {
    const { page } = person;
    const four = page.locator('.languages button');
    await four.first().waitFor();
    same(await four.allInnerTexts(), ['조선말', '한국어', 'Русский', 'English'], 'the names');
    await person.picture('first-start');
    await four.nth(2).click();
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
    same(await four.count(), 0, 'offers after choosing');
  }));

await test('magnified twice, nothing runs out of the screen and Hide stays in its corner', () =>
  asPerson({ language: 'ru', size: { width: 683, height: 384 } }, async (person) => {
    await person.field('search-label').waitFor();
    await person.look('zoom-home');
    await person.room('library');
    await person.page.locator('main .entry').first().click();
    await person.page.locator('.labels').waitFor();
    await person.page.mouse.wheel(0, 600);
    await person.look('zoom-article');
    const corner = await person.button('app-hide').boundingBox();
    expect(corner.y >= 0 && corner.y < 60 && corner.x + corner.width > 640, `Hide is at ${JSON.stringify(corner)}`);
  }));

await test('the largest letters fit the narrowest screen', () =>
  asPerson({ language: 'ru', size: NARROW, fragment: 'language=ru&theme=light&size=150' }, async (person) => {
    await person.field('search-label').waitFor();
    await person.look('large-home');
    await person.room('contacts');
    await person.page.locator('.sheet').first().waitFor();
    await person.look('large-contacts');
    await person.room('places');
    await person.page.locator('main .entry').first().waitFor();
    await person.look('large-places');
    await person.page.locator('main .entry').first().click();
    await person.page.locator('.labels').waitFor();
    await person.look('large-place');
    await person.room('notebook');
    await person.field('notebook-passphrase-new').waitFor();
    await person.look('large-make-notebook');
  }));

await test('what can be pressed is large enough', () =>
  asPerson({ size: NARROW }, async (person) => {
    for (const room of ['home', 'library', 'cards', 'contacts', 'places', 'notebook', 'settings']) {
      await person.room(room);
      await person.page.waitForTimeout(300);
      const small = await person.page.locator('button:visible, input:visible:not([type=radio]), label:visible:has([type=radio])').evaluateAll((all) =>
        all.map((one) => [one.innerText.trim().slice(0, 20), Math.round(one.getBoundingClientRect().height), one.className]).filter(([, height]) => height < 48),
      );
      // Passed by with a key and not with a finger.
      same(small.filter(([, , kind]) => !kind.includes('skip')), [], `small targets in ${room}`);
    }
  }));
