// A newer library from a file: who signed it, what changes, installed or refused.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';
import { ROOT } from './host.mjs';

const TITLE = { 'ko-KP': '경찰이 세울 때', ru: 'Если остановила полиция' };

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW]]) {
  await test(`a newer library comes from a file in ${language} at ${size.width} px`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'durumi-update-'));
    try {
      await asPerson({ language, theme, size }, (person) => update(person, signedFile(folder)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** What a volunteer would make by docs/authoring.md. */
function signedFile(folder) {
  const durumi = (...words) => execFileSync(process.env.DURUMI ?? join(ROOT, 'target/debug/durumi'), words, { cwd: folder });
  durumi('pack', 'new', 'mine', 'my-pack');
  durumi('pack', 'sign', 'work', '--pack', 'mine', '--development');
  durumi('pack', 'publish', 'work', 'library.durumi', '--development');
  return join(folder, 'library.durumi');
}

async function update(person, file) {
  const { page, words } = person;
  await person.room('library');
  await page.locator('[data-update]').click();
  await person.heading(words('update-title'));
  await person.look('update');

  const damaged = `${file}.damaged.durumi`;
  const bytes = readFileSync(file);
  bytes[bytes.length - 9] ^= 1;
  writeFileSync(damaged, bytes);
  await page.locator('[data-pack-file]').setInputFiles(damaged);
  await page.getByText(words('error-repository-refused'), { exact: true }).waitFor();
  expect((await page.locator('[data-install]').count()) === 0, 'what was refused can be installed');
  await person.look('update-refused');

  await page.locator('[data-pack-file]').setInputFiles(file);
  await page.locator('[data-install]').waitFor();
  await person.sees('Development 3');
  await person.sees(words('update-development'));
  await person.sees(TITLE[person.language]);
  await person.look('update-offer');
  await page.locator('[data-install]').click();
  await page.getByText(words('update-installed'), { exact: true }).waitFor({ timeout: 60_000 });
  await person.press('app-back');
  await page.locator('main .entry', { hasText: TITLE[person.language] }).first().waitFor();
}
