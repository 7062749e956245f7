// What every article says of itself: when it was checked and until when that holds, by whom, on what it rests, and where to be careful.

import { expect, same, test } from './lib/check.mjs';
import { asPerson } from './lib/person.mjs';
import { asShown } from './lib/words.mjs';

for (const language of ['ko-KP', 'en']) {
  await test(`every article shows its labels in ${language}`, () =>
    asPerson({ language }, async (person) => {
      const { page, words } = person;
      const ask = (command, request) =>
        page.evaluate(async ([command, request]) => {
          const answer = await fetch('/api', { method: 'POST', body: JSON.stringify({ command, request }) });
          return (await answer.json()).reply;
        }, [command, request]);
      const cards = await ask('library_articles', { language });
      expect(cards.length >= 43, `${cards.length} articles`);
      const inWords = (day) => page.evaluate(([day, tag]) => {
        const form = { year: 'numeric', month: 'long', day: 'numeric', calendar: 'gregory' };
        return new Intl.DateTimeFormat(tag, form).format(new Date(`${day}T12:00:00`));
      }, [day, language === 'en' ? 'en-GB' : 'ko']);
      let cautions = 0;
      for (const card of cards) {
        const article = await ask('library_article', { id: card.id, languages: [language] });
        await person.room('library');
        await page.locator('main .entry').filter({ has: page.getByText(card.title, { exact: true }) }).first().click();
        await page.locator('.blocks').waitFor();
        const said = (await page.locator('main').innerText()).replace(/[\u2068\u2069]/g, '');
        for (const label of [
          words('library-checked', { day: await inWords(article.checkedOn) }),
          words('library-review-by', { day: await inWords(article.reviewBy) }),
          article.reviewedBy ? words('library-reviewed', { name: article.reviewedBy }) : words('library-unreviewed'),
          ...article.restsOn,
        ]) expect(said.includes(label), `${card.id} does not say ${label}`);
        expect(article.restsOn.length > 0, `${card.id} rests on nothing`);
        const [text] = article.languages;
        for (const [kind, id] of [['medium', 'library-caution-medium'], ['low', 'library-caution-low']]) {
          const wanted = text.blocks.filter((block) => block.caution === kind).length;
          same(await page.getByText(words(id), { exact: true }).count(), wanted, `cautions (${kind}) of ${card.id}`);
          cautions += wanted;
        }
        same(await page.getByText(words('library-review-due'), { exact: true }).count(), article.reviewIsDue ? 1 : 0, `banners of ${card.id}`);
      }
      expect(cautions > 100, `${cautions} cautions`);
    }));
}

await test('an article past its review or withdrawn has a banner, and one that a lawyer read has a name', () =>
  asPerson({ language: 'ru', commands }, async (person) => {
    const { page, words } = person;
    await person.room('library');
    await page.locator('main .entry').first().click();
    await page.getByText(words('library-review-due'), { exact: true }).waitFor();
    await person.sees(asShown(words('library-reviewed', { name: 'Юрист' })));
    same(await page.getByText(words('library-unreviewed'), { exact: true }).count(), 0, 'unreviewed');
    await page.getByText(words('library-withdrawn'), { exact: true }).waitFor();
    await person.look('review-due');
  }));

function commands({ command, request }) {
  if (command !== 'library_article') return undefined;
  const text = { language: 'ru', title: 'Старая', blocks: [{ kind: 'text', text: 'Текст.', caution: 'low' }], easy: null };
  const age = { checkedOn: '2020-11-24', reviewBy: '2021-02-24', reviewIsDue: true, withdrawn: true, reviewedBy: 'Юрист' };
  return { reply: { id: request.id, languages: [text], ...age, restsOn: ['Закон'], urgent: null } };
}
