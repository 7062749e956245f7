// Searching: calm while typing, by keyboard, and never older than what was typed.

import { expect, same, test } from './lib/check.mjs';
import { asPerson } from './lib/person.mjs';

const hit = (title) => ({ kind: 'article', id: 'first-hour', caseId: '', title, snippet: [{ text: title, hit: false }], language: 'ko', date: null });

await test('an answer that comes too late is not shown', async () => {
  const commands = async ({ command, request }) => {
    if (command !== 'search') return undefined;
    if (request.query === '가') await new Promise((done) => setTimeout(done, 700));
    return { reply: [hit(request.query === '가' ? 'old' : 'new')] };
  };
  await asPerson({ commands }, async (person) => {
    const field = person.field('search-label');
    await field.fill('가');
    await person.page.waitForTimeout(200);
    await field.fill('가나');
    await person.sees('new');
    await person.page.waitForTimeout(900);
    same(await person.page.locator('[data-hit] .title').allInnerTexts(), ['new'], 'what is shown');
  });
});

await test('results stay while a syllable is half written', async () => {
  const commands = ({ command, request }) =>
    command === 'search' ? { reply: request.query === '변' ? [hit('변호사')] : [] } : undefined;
  await asPerson({ commands }, async (person) => {
    const field = person.field('search-label');
    await field.fill('변');
    await person.page.locator('[data-hit]').waitFor();
    await field.evaluate((input) => {
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.value = '변ㅎ';
      input.dispatchEvent(new InputEvent('input', { data: 'ㅎ', inputType: 'insertCompositionText', isComposing: true, bubbles: true }));
    });
    await person.page.waitForTimeout(400);
    same(await person.page.locator('[data-hit]').count(), 1, 'results in the middle of a syllable');
    await field.evaluate((input) => {
      input.value = '변x';
      input.dispatchEvent(new InputEvent('input', { data: 'x', inputType: 'insertCompositionText', isComposing: true, bubbles: true }));
      input.dispatchEvent(new CompositionEvent('compositionend', { data: 'x', bubbles: true }));
    });
    await person.sees(person.words('search-none'));
  });
});

await test('the first syllable already finds something', () =>
  asPerson({}, async (person) => {
    await person.search('변');
    expect((await person.page.locator('[data-hit]').count()) > 0, 'nothing was found');
  }));

await test('arrows walk through what was found and Enter opens it', () =>
  asPerson({}, async (person) => {
    const { page } = person;
    await person.search('망명');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => [...document.querySelectorAll('[data-hit]')].indexOf(document.activeElement));
    same(await focused(), 1, 'which result has the focus');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    same(await page.evaluate(() => document.activeElement?.tagName), 'INPUT', 'what has the focus above the first');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-hit]').first().waitFor({ state: 'detached' });
  }));

await test('every kind of hit leads to what was found', () =>
  asPerson({}, async (person) => {
    const { page, words } = person;
    await person.search('변호사');
    await page.locator('[data-hit]').filter({ hasText: words('search-kind-contact') }).first().click();
    await page.locator('.sheet.wanted:focus').waitFor();
    await person.search('변호사');
    await page.locator('[data-hit]').filter({ hasText: words('search-kind-phrase') }).first().click();
    await page.getByRole('dialog').waitFor();
  }));

await test('a town is found in any spelling, and its page leads to a contact and back', () =>
  asPerson({}, async (person) => {
    const { page, words } = person;
    for (const spelling of ['해삼위', '블라디보스톡', 'Владивостоке']) {
      const hits = await person.search(spelling);
      await hits.filter({ hasText: words('search-kind-place') }).first().click();
      await person.heading('울라지보스또크');
    }
    await person.sees('이 도시에 조선총령사관이 있습니다.');
    same(await page.locator('main .entry').filter({ hasText: '조선총령사관' }).count(), 0, 'ways to what is to be avoided');
    await page.locator('main .entry').first().focus();
    await page.keyboard.press('Enter');
    const contact = page.locator('.sheet.wanted:focus');
    await contact.waitFor();
    expect((await contact.innerText()).startsWith('울라지보스또크주재 한국총령사관'), 'another contact is shown');
    await person.press('app-back');
    await person.heading('울라지보스또크');
    await person.press('app-back');
    expect((await page.locator('[data-hit]').count()) > 0, 'going back lost what was found');
  }));

await test('a locked notebook is not found in', () =>
  asPerson({}, async (person) => {
    await person.room('notebook');
    await person.page.getByRole('radio', { name: person.words('notebook-shelf-open') }).check();
    await person.makeNotebook();
    await person.makeCase('비밀스러운 두꺼비');
    await person.press('app-hide');
    await person.goOn();
    await person.room('home');
    await person.write('search-label', '두꺼비');
    await person.page.waitForTimeout(800);
    same(await person.page.getByText('비밀스러운').count(), 0, 'the case among what was found');
    await person.room('notebook');
    await person.unlock();
    await person.room('home');
    await person.write('search-label', '두꺼비');
    await person.page.getByText('비밀스러운').first().waitFor();
  }));
