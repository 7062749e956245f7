// Typing that loses nothing: input methods, the fields' guard, and the keyboard on the screen.

import { expect, same, test, until } from './lib/check.mjs';
import { asPerson, NARROW } from './lib/person.mjs';

/** Composes with Chromium's own input method interface, and leaves the last syllable open. */
async function compose(page, ...steps) {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  return devtools;
}

/** What WebKitGTK was measured to do at a click: the open syllable is taken away before the field loses the focus. */
function composeAndLose(field, before, syllable, how) {
  return field.evaluate(
    async (input, [start, open, kind]) => {
      // Every event in a turn of its own, as they come from an input method.
      const turn = () => new Promise((done) => setTimeout(done, 5));
      const say = (type, data, inputType) =>
        input.dispatchEvent(
          type === 'input' ? new InputEvent(type, { data, inputType, isComposing: true, bubbles: true }) : new CompositionEvent(type, { data, bubbles: true }),
        );
      input.focus();
      input.value = start;
      input.dispatchEvent(new InputEvent('input', { data: start, inputType: 'insertText', bubbles: true }));
      await turn();
      say('compositionstart', '');
      input.value = start + open;
      say('input', open, 'insertCompositionText');
      await turn();
      if (kind === 'taken before the focus goes') {
        input.value = start;
        say('input', null, 'deleteCompositionText');
        await turn();
      }
      say('compositionend', '');
      if (kind !== 'taken after the focus is gone') return;
      input.blur();
      await turn();
      input.value = start;
    },
    [before, syllable, how],
  );
}

await test('a click on Save while a syllable is composed saves that syllable', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    const field = person.field('notebook-note-text');
    await field.fill('변호');
    await field.press('End');
    await compose(person.page, 'ㅅ', '사');
    await person.save();
    same(await field.inputValue(), '변호사', 'what was saved');
  }));

for (const how of ['taken before the focus goes', 'taken after the focus is gone']) {
  await test(`a syllable ${how} comes back, once`, () =>
    asPerson({}, async (person) => {
      await person.makeNotebook();
      await person.makeCase('사건');
      await person.press('notebook-note-new');
      const field = person.field('notebook-note-text');
      await composeAndLose(field, '변호', '사', how);
      await person.save();
      same(await field.inputValue(), '변호사', 'what is in the field');
      await person.press('app-back');
      await person.page.getByText('변호사', { exact: true }).waitFor();
    }));
}

await test('what a person deletes on purpose stays deleted', () =>
  asPerson({}, async (person) => {
    const field = person.field('search-label');
    await field.fill('변호');
    await field.press('End');
    const devtools = await compose(person.page, 'ㅅ', '사');
    await devtools.send('Input.insertText', { text: '사' });
    await field.press('Backspace');
    await field.press('Tab');
    await person.page.waitForTimeout(300);
    same(await field.inputValue(), '변호', 'what is in the field');
  }));

await test('Enter that ends a syllable opens nothing', () =>
  asPerson({}, async (person) => {
    await person.search('변호사');
    await person.field('search-label').evaluate((input) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true }));
    });
    await person.page.waitForTimeout(200);
    expect(await person.field('search-label').isVisible(), 'the first hit was opened');
    await person.field('search-label').press('Enter');
    await person.page.locator('[data-hit]').first().waitFor({ state: 'detached' });
  }));

await test('hiding while a syllable is composed saves that syllable', () =>
  asPerson({}, async (person) => {
    await person.makeNotebook();
    await person.makeCase('사건');
    await person.press('notebook-note-new');
    const field = person.field('notebook-note-text');
    await field.fill('려');
    await field.press('End');
    await compose(person.page, 'ㄱ', '권');
    await person.press('app-hide');
    await person.goOn();
    await person.unlock();
    await person.room('notebook');
    await person.page.locator('main .entry').first().click();
    await person.page.getByText('려권', { exact: true }).waitFor();
  }));

for (const [layout, letters, word] of [
  ['keyboard-kps', 'ㄹㅕㄱㅜㅓㄴ', '려권'],
  ['keyboard-dubeolsik', 'ㅂㅕㄴㅎㅗㅅㅏ', '변호사'],
  ['keyboard-order', 'ㅇㅣㄹㄱㅇㅓ', '읽어'],
  ['keyboard-russian', 'адвокат', 'адвокат'],
  ['keyboard-latin', 'lawyer', 'lawyer'],
]) {
  await test(`${word} is typed with ${layout}, and the field keeps the focus`, () =>
    asPerson({}, async (person) => {
      const keys = await openKeyboard(person, layout);
      for (const letter of letters) await keys.getByRole('button', { name: letter, exact: true }).click();
      same(await person.field('search-label').inputValue(), word, 'what was typed');
      same(await person.page.evaluate(() => document.activeElement?.tagName), 'INPUT', 'what has the focus');
      if (word !== '읽어') await person.page.locator('[data-hit]').first().waitFor();
    }));
}

await test('the keyboard takes back one jamo at a time, and writes where the cursor is', () =>
  asPerson({}, async (person) => {
    const keys = await openKeyboard(person, 'keyboard-dubeolsik');
    const press = async (...names) => {
      for (const name of names) await keys.getByRole('button', { name, exact: true }).click();
    };
    const back = person.words('keyboard-backspace');
    const field = person.field('search-label');
    await press(...'ㅎㅏㄴㄱㅡㄹ', back);
    same(await field.inputValue(), '한그', 'after one step back');
    await press(back, back);
    same(await field.inputValue(), '한', 'after three');
    await field.fill('가다');
    await field.evaluate((input) => input.setSelectionRange(1, 1));
    await press(...'ㄴㅏ');
    same(await field.inputValue(), '가나다', 'typed in the middle');
    await press(person.words('keyboard-shift'), 'ㄲ', 'ㅏ');
    same(await field.inputValue(), '가나까다', 'with the upper level');
  }));

await test('a passphrase can be typed with the keyboard on the screen', () =>
  asPerson({ size: NARROW }, async (person) => {
    await person.makeNotebook('crane river winter lamp');
    await person.press('app-hide');
    await person.goOn();
    await person.press('keyboard-open');
    const keys = person.page.getByRole('region', { name: person.words('keyboard-title') });
    await keys.getByRole('button', { name: person.words('keyboard-latin'), exact: true }).click();
    for (const letter of 'crane river winter lamp') {
      await keys.getByRole('button', { name: letter === ' ' ? person.words('keyboard-space') : letter, exact: true }).click();
    }
    await keys.getByRole('button', { name: person.words('keyboard-enter'), exact: true }).click();
    await until('the notebook', () => person.page.locator('nav').first().isVisible(), 60);
  }));

async function openKeyboard(person, layout) {
  await person.press('keyboard-open');
  const keys = person.page.getByRole('region', { name: person.words('keyboard-title') });
  await keys.getByRole('button', { name: person.words(layout), exact: true }).click();
  return keys;
}
