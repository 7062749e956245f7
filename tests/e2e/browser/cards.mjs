// Cards to show, and how their words sound to who cannot read them.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

const RUSSIAN = 'Мне нужен адвокат. Прошу дать мне позвонить адвокату.';
const IN_HANGUL = '므네 누쥔 아드바까트.';
const KOREAN = '저에게는 변호사가 필요합니다.';
const IN_CYRILLIC = 'Чоэгенын пёнхосага пхирёхамнида.';

/** The line that says how a text sounds, in an entry or on the large card. */
const aloud = (place) => place.locator('.aloud');

async function open(person, text) {
  await person.room('cards');
  const entry = person.page.locator('main .entry').filter({ hasText: text }).first();
  await entry.waitFor();
  return entry;
}

for (const [language, size] of [['ko-KP', NARROW], ['ko', WIDE]]) {
  await test(`a card says in Hangul how its Russian sounds, in ${language}`, () =>
    asPerson({ language, size }, async (person) => {
      const { page } = person;
      const entry = await open(person, RUSSIAN);
      expect((await aloud(entry).innerText()).includes(IN_HANGUL), 'the entry does not say how it sounds');
      same(await aloud(entry).getAttribute('lang'), language, 'the language of how it sounds');
      await entry.click();
      const card = page.getByRole('dialog');
      expect((await aloud(card).innerText()).includes(IN_HANGUL), 'the card does not say how it sounds');
      const sizes = await card.evaluate((it) => ['.show-large', '.aloud'].map((part) => parseFloat(getComputedStyle(it.querySelector(part)).fontSize)));
      expect(sizes[1] < sizes[0], `how it sounds is as large as the text: ${sizes}`);
      expect(!(await card.locator('.show-large').innerText()).includes(IN_HANGUL), 'it stands in the place of the text');
      await person.look('card-aloud');
      await page.getByRole('radio', { name: 'English' }).check({ force: true });
      same(await aloud(card).count(), 0, 'lines of how English sounds');
    }));
}

await test('a card says in Russian letters how its Korean sounds, to who reads Russian', () =>
  asPerson({ language: 'ru' }, async (person) => {
    const { page } = person;
    const entry = await open(person, KOREAN);
    expect((await aloud(entry).innerText()).includes(IN_CYRILLIC), 'the entry does not say how it sounds');
    await entry.click();
    const card = page.getByRole('dialog');
    await card.locator('.show-large[lang=ru]').waitFor();
    same(await aloud(card).count(), 0, 'lines of how Russian sounds to who reads it');
    await page.getByRole('radio', { name: '조선말' }).check({ force: true });
    await card.locator('.show-large[lang=ko-KP]').waitFor();
    expect((await aloud(card).innerText()).includes(IN_CYRILLIC), 'the card does not say how it sounds');
    await person.look('card-aloud');
  }));

await test('who reads English is not told how Russian sounds in Hangul', () =>
  asPerson({ language: 'en' }, async (person) => {
    const entry = await open(person, RUSSIAN);
    same(await aloud(entry).count(), 0, 'lines of how it sounds');
  }));
