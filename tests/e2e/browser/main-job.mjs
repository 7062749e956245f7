// Read, search, write, lock, find again.

import { expect, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

const KOREAN = '이민국에서 류학생 사증을 물었다. 변호사를 부탁하였다.';
const RUSSIAN = 'Полицейский забрал паспорт у вокзала. Просил вызвать адвоката.';

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW]]) {
  await test(`the main job is done in ${language} at ${size.width} px`, () => asPerson({ language, theme, size }, mainJob));
}

async function mainJob(person) {
  const { page, words } = person;
  await person.picture('start');
  for (const query of ['변호사', 'адвокат']) {
    const hits = await person.search(query);
    expect((await hits.locator('mark').count()) > 0, `nothing is marked for ${query}`);
    const article = hits.filter({ hasText: words('search-kind-article') });
    expect((await article.count()) > 0, `no article for ${query}`);
    await article.first().click();
    await page.locator('.labels').waitFor();
    await person.press('app-back');
    expect((await page.locator('[data-hit]').count()) > 0, 'going back lost what was found');
  }

  await person.room('library');
  await page.locator('main .entry').first().click();
  const other = person.language === 'ru' ? '조선말' : 'Русский';
  await page.getByRole('radio', { name: other }).check({ force: true });
  const pairs = await page.locator('.columns.two').evaluateAll((rows) => rows.map((row) => [...row.children].map((text) => text.lang)));
  expect(pairs.length > 5, 'two languages do not stand side by side');
  expect(pairs.every(([one, second]) => one === person.language && second !== one), 'a row has the wrong languages');
  await person.picture('side-by-side');

  await person.press('library-show-this');
  const card = page.getByRole('dialog');
  await card.locator('[lang=ru]').first().waitFor();
  const large = await card.locator('.show-large').evaluate((text) => [text.lang, parseFloat(getComputedStyle(text).fontSize)]);
  expect(large[0] === 'ru' && large[1] >= 22, `the card shows ${large}`);
  await person.picture('shown');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(await page.locator('.labels').isVisible(), 'one Esc did more than closing the card');

  await person.makeNotebook();
  await person.makeCase('나의 신청');
  await person.writeNote(KOREAN);
  await person.press('app-back');
  await person.writeNote(RUSSIAN);
  await person.picture('note');

  await person.press('app-hide');
  await person.goOn();
  await person.field('notebook-passphrase').waitFor();
  expect(!(await page.locator('body').innerText()).includes('адвоката'), 'a note is on the locked screen');
  expect((await page.getByRole('navigation').count()) === 0, 'a closed library has doors');
  await person.write('notebook-passphrase', 'not this one at all');
  await person.press('notebook-unlock');
  await page.getByText(words('error-wrong-passphrase'), { exact: true }).waitFor({ timeout: 60_000 });
  await person.picture('wrong-passphrase');
  await person.unlock();

  for (const [query, text] of [['류학생', KOREAN], ['паспорт', RUSSIAN]]) {
    const hits = await person.search(query);
    const note = hits.filter({ hasText: words('search-kind-note') });
    expect((await note.count()) > 0, `the note is not found by ${query}`);
    await note.first().click();
    await person.field('notebook-note-text').waitFor();
    expect((await person.field('notebook-note-text').inputValue()) === text, `the note found by ${query} is another one`);
  }

  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length]);
  expect(kept.every((count) => count === 0), `the browser kept something: ${kept}`);
}
