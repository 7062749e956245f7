// Articles in easy words: the switch, two languages, and the next article.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

const FIRST_HOUR = { 'ko-KP': '경찰이 멈춰세웠을 때', ru: 'Вас остановила полиция' };
const TEN_DAYS = { 'ko-KP': '추방결정을 받았을 때', ru: 'Решение о выдворении' };
const SHORT = { 'ko-KP': '손이 보이게 하십시오.', ru: 'Держите руки на виду.' };
/** The first words to show; a card begins with Russian. */
const SAID = 'Я не понимаю по-русски. Мне нужен переводчик с корейского языка.';

async function open(person, title) {
  await person.room('library');
  await person.page.locator('main .entry').filter({ hasText: title }).first().click();
  await person.page.locator('.blocks').waitFor();
}

const radio = (person, id) => person.page.getByRole('radio', { name: person.words(id), exact: true });
const count = (person) => person.page.locator('.blocks .block').count();

for (const [language, other, otherName, size] of [['ko-KP', 'ru', 'Русский', WIDE], ['ru', 'ko-KP', '조선말', NARROW]]) {
  await test(`an article is read in easy words, alone and beside, and so is the next, in ${language}`, () =>
    asPerson({ language, size }, async (person) => {
      const { page } = person;
      await open(person, FIRST_HOUR[language]);
      const full = await count(person);
      expect(await radio(person, 'library-words-full').isChecked(), 'an article does not begin with its full text');
      await radio(person, 'library-words-easy').check({ force: true });
      const easy = await count(person);
      expect(easy > 10 && easy <= 60 && easy < full, `${easy} easy blocks of ${full}`);
      await page.locator('.blocks').getByText(SHORT[language], { exact: true }).waitFor();

      await page.getByRole('radio', { name: otherName }).check({ force: true });
      const rows = await page.locator('.columns.two').evaluateAll((all) => all.map((row) => [...row.children].map((text) => text.lang)));
      same(rows.length, easy, 'rows with two languages');
      expect(rows.every(([one, two]) => one === language && two === other), 'a row has the wrong languages');
      const aligned = await page.locator('.columns.two').filter({ hasText: SHORT[language] }).innerText();
      expect(aligned.includes(SHORT[other]), `beside it stands ${aligned}`);
      await person.look('easy-side-by-side');

      await person.press('library-show-this');
      const card = page.getByRole('dialog');
      await card.locator('.show-large').waitFor();
      expect((await card.innerText()).includes(SAID), 'the card shows other words');
      await page.keyboard.press('Escape');

      await open(person, TEN_DAYS[language]);
      expect(await radio(person, 'library-words-easy').isChecked(), 'the next article is not in easy words');
      const next = await count(person);
      await radio(person, 'library-words-full').check({ force: true });
      expect((await count(person)) > next, 'the full text does not come back');
      const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
      same(kept, [0, 0, 0], 'what the browser keeps of the choice');
    }));
}

await test('an article without easy words says so and shows its full text', () =>
  asPerson({ language: 'en', commands }, async (person) => {
    const { page } = person;
    await open(person, 'Stopped by the police');
    await radio(person, 'library-words-easy').check({ force: true });
    await open(person, 'For those who help: what is legal');
    await page.getByText(person.words('library-words-not-easy'), { exact: true }).waitFor();
    same(await radio(person, 'library-words-easy').count(), 0, 'switches');
    await page.locator('.blocks').getByText('Only in full.', { exact: true }).waitFor();
  }));

/** The core, but that one article has no easy words. */
function commands({ command, request }) {
  if (command !== 'library_article' || request.id !== 'helpers') return undefined;
  const text = { language: 'en', title: 'Helpers', blocks: [{ kind: 'text', text: 'Only in full.', caution: null }], easy: null };
  const age = { checkedOn: '2026-11-24', reviewBy: null, reviewIsDue: false, withdrawn: false, reviewedBy: '' };
  return { reply: { id: 'helpers', languages: [text], ...age, restsOn: [], urgent: null } };
}
