// Time limits: what happened, the day, the last day; what to be careful about and how old it is.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';

async function open(person) {
  await person.room('library');
  await person.page.locator('[data-deadlines]').click();
  await person.heading(person.words('deadlines-title'));
  await person.page.locator('[data-deadline]').first().waitFor();
}

const choose = (person, id) => person.page.locator(`[data-deadline="${id}"]`).click();
const lastDay = (person) => person.page.locator('[data-last-day]').getAttribute('data-last-day');

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW]]) {
  await test(`somebody counts the last day of a time limit in ${language} at ${size.width} px`, () =>
    asPerson({ language, theme, size }, async (person) => {
      const { page, words } = person;
      await open(person);
      expect((await page.locator('[data-deadline]').count()) >= 12, 'there are too few time limits');
      await person.look('deadlines');

      await choose(person, 'appeal-refusal');
      await page.locator('.labels').waitFor();
      same(await page.locator('[data-last-day]').count(), 0, 'days counted from no day');
      await person.write('deadlines-day', '24.11.2020');
      same(await lastDay(person), '2020-12-23', 'the last day of a month');
      await person.sees(words('deadlines-over'));
      await person.sees(words('deadlines-how-early'));
      await person.sees(words('deadlines-no-holidays'));
      await person.sees(words('library-unreviewed'));
      await person.look('deadline-counted');

      await person.write('deadlines-day', '31.02.2020');
      await page.getByText(words('deadlines-day-unreadable'), { exact: true }).waitFor();
      same(await page.locator('[data-last-day]').count(), 0, 'days counted from what is no day');

      await person.press('notebook-today');
      await page.locator('[data-last-day]').waitFor();
      const today = await person.field('deadlines-day').inputValue();
      expect((language === 'ru' ? /^\d\d\.\d\d\.\d{4}$/ : /^\d{4}-\d\d-\d\d$/).test(today), `today is written ${today}`);
      // One paper begins several: the day stays when another is chosen.
      await person.press('deadlines-other');
      await choose(person, 'crossed-without-papers');
      await page.locator('[data-last-day]').waitFor();
      await person.sees(words('deadlines-today'));
      await person.sees(words('library-caution-medium'));
      await person.sees(words('deadlines-how-hours'));
      await person.look('deadline-today');

      await person.press('notebook-yesterday');
      await person.sees(words('deadlines-hours-may-be-left'));
      same(await page.getByText(words('deadlines-over'), { exact: true }).count(), 0, 'hours are over before they are');
      await person.look('deadline-hours');
      await person.write('deadlines-day', '24.11.2020');
      await person.sees(words('deadlines-hours-over'));

      const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
      same(kept, [0, 0, 0], 'what the browser keeps of it');
      await person.press('app-back');
      await person.heading(words('library-title'));
    }));
}

await test('a day without a year is the last such day, said in words, and a day ahead is warned of', () =>
  asPerson({ language: 'en' }, async (person) => {
    const { page, words } = person;
    await page.clock.setFixedTime(new Date('2026-01-10T12:00:00'));
    await open(person);
    await choose(person, 'appeal-refusal');
    const ahead = page.getByText(words('deadlines-day-ahead'), { exact: true });
    for (const [typed, read, last] of [
      ['24.12', 'Wednesday 24 December 2025', '2026-01-23'],
      ['10.1', 'Saturday 10 January 2026', '2026-02-09'],
      ['29.2', 'Thursday 29 February 2024', '2024-03-28'],
    ]) {
      await person.write('deadlines-day', typed);
      await page.getByText(read.replace(' ', ', ')).or(page.getByText(read)).first().waitFor();
      await page.locator(`[data-last-day="${last}"]`).waitFor();
      same(await ahead.count(), 0, `${typed} is said to lie ahead`);
    }
    await person.write('deadlines-day', '11.1.2026');
    await ahead.waitFor();
    await person.look('deadline-ahead');
  }));

await test('a time limit past its review says so', () =>
  asPerson({ language: 'en', commands }, async (person) => {
    await open(person);
    await choose(person, 'old');
    await person.sees(person.words('deadlines-review-due'));
    await person.sees(person.words('library-caution-low'));
  }));

function commands({ command }) {
  if (command !== 'deadline_list') return undefined;
  const age = { checkedOn: '2020-01-01', reviewBy: '2020-06-01', reviewIsDue: true, caution: 'low', restsOn: [] };
  return { reply: [{ id: 'old', country: 'RU', event: 'Something', title: 'A time', risk: 'Careful', whose: 'person', length: 1, unit: 'days', ...age }] };
}
