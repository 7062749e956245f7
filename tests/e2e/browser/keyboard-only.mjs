// The whole way without a pointer, with the focus always to be seen.

import { expect, same, test } from './lib/check.mjs';
import { asPerson, PASSPHRASE } from './lib/person.mjs';

await test('reading, showing and writing are done by keyboard alone', () =>
  asPerson({ language: 'en' }, async (person) => {
    const { page, words } = person;
    const { keyboard } = page;
    await person.field('search-label').waitFor();
    await tabTo(page, words('search-label'));
    await keyboard.type('lawyer', { delay: 20 });
    await page.locator('[data-hit]').first().waitFor();
    await page.waitForTimeout(300);
    for (let step = 0; step < 20; step += 1) {
      await keyboard.press('ArrowDown');
      if (await page.evaluate((kind) => document.activeElement.innerText.startsWith(kind), words('search-kind-article'))) break;
    }
    await keyboard.press('Enter');
    await page.locator('.labels').waitFor();
    await focusOnHeading(page);

    await tabTo(page, words('app-tab-library'), true);
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words('library-title') }).waitFor();
    await focusOnHeading(page);
    await page.locator('main .entry').first().waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('.labels').waitFor();
    await focusOnHeading(page);
    await tabTo(page, words('library-words-full'));
    await keyboard.press('ArrowRight');
    await page.locator('input:checked + span').getByText(words('library-words-easy'), { exact: true }).waitFor();
    await tabTo(page, words('library-beside-none'));
    await keyboard.press('ArrowRight');
    await page.locator('.columns.two').first().waitFor();
    await tabTo(page, words('library-show-this'));
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    same(await name(page), words('library-show-this'), 'what has the focus after the card');

    await tabTo(page, words('app-tab-notebook'), true);
    await keyboard.press('Enter');
    await person.field('notebook-passphrase-new').waitFor();
    await focusOnHeading(page);
    await tabTo(page, words('notebook-passphrase-new'));
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await person.field('notebook-case-title').waitFor({ timeout: 60_000 });
    await tabTo(page, words('notebook-case-title'));
    await keyboard.type('My case');
    await keyboard.press('Enter');
    await person.button('notebook-note-new').waitFor();
    await focusOnHeading(page);
    await tabTo(page, words('notebook-note-new'));
    await keyboard.press('Enter');
    await person.field('notebook-note-text').waitFor();
    await tabTo(page, words('notebook-note-text'));
    await keyboard.type('They took my passport.');
    await tabTo(page, words('notebook-save'));
    await keyboard.press('Enter');
    await page.getByText(words('notebook-saved'), { exact: true }).waitFor();

    await tabTo(page, `${words('app-language')}: English`, true);
    await keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    for (let step = 0; step < 4 && (await name(page)) !== 'Русский'; step += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'ru');
  }));

await test('the first Tab offers to pass the rooms by', () =>
  asPerson({}, async (person) => {
    await person.field('search-label').waitFor();
    await person.page.keyboard.press('Tab');
    same(await name(person.page), person.words('app-skip'), 'the first stop');
    await person.page.keyboard.press('Enter');
    same(await person.page.evaluate(() => document.activeElement?.tagName), 'MAIN', 'what has the focus');
  }));

/** Waits until a new page has taken the focus: pressed before that, Tab would be answered by the page that is leaving. */
async function focusOnHeading(page) {
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
}

/** Presses Tab until the control of this name has the focus; every stop on the way must be seen to have it. */
async function tabTo(page, wanted, backwards = false) {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      // A radio button is drawn by the label around it.
      const drawn = at.matches('[type=radio]') ? (at.nextElementSibling ?? at) : at;
      const look = getComputedStyle(drawn);
      const box = drawn.getBoundingClientRect();
      return { html: at.outerHTML.slice(0, 80), page: at === document.body, outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2, seen: box.bottom > 0 && box.top < innerHeight };
    });
    if (!stop.page) expect(stop.outlined && stop.seen, `the focus cannot be seen on ${stop.html}`);
    if ((await name(page)) === wanted) return;
  }
  throw new Error(`Tab never comes to ${wanted}`);
}

/** The accessible name of what has the focus, near enough. */
function name(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    return (at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '').trim();
  });
}
