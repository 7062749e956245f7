// After an update: what changed, to be read, and a pack that nobody publishes any more, to be removed by the person alone.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { same, test } from './lib/check.mjs';
import { asPerson, NARROW, WIDE } from './lib/person.mjs';
import { asShown } from './lib/words.mjs';
import { ROOT } from './host.mjs';

const TITLE = { 'ko-KP': '경찰이 세울 때', ru: 'Если остановила полиция' };

class Authors {
  constructor(folder) {
    this.folder = folder;
  }

  run(...words) {
    execFileSync(process.env.DURUMI ?? join(ROOT, 'target/debug/durumi'), words, { cwd: this.folder });
  }

  write(name, change) {
    const file = join(this.folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  publish() {
    this.run('pack', 'publish', 'work', 'library.durumi', '--development');
    return join(this.folder, 'library.durumi');
  }

  sign(folder) {
    this.run('pack', 'sign', 'work', '--pack', folder, '--development');
  }
}

for (const [language, theme, size] of [['ko-KP', 'light', WIDE], ['ru', 'dark', NARROW]]) {
  await test(`what an update changed is read afterwards, and what is withdrawn is removed by hand, in ${language}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'durumi-changes-'));
    try {
      await asPerson({ language, theme, size }, (person) => changes(person, new Authors(folder)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function install(person, file) {
  await person.page.locator('[data-pack-file]').setInputFiles(file);
  await person.page.locator('[data-install]').click();
  await person.page.getByText(person.words('update-installed'), { exact: true }).waitFor({ timeout: 60_000 });
}

async function changes(person, authors) {
  const { page, words } = person;
  for (const [folder, id] of [['mine', 'my-pack'], ['other', 'other-pack']]) {
    authors.run('pack', 'new', folder, id);
    authors.sign(folder);
  }
  await person.room('library');
  await page.locator('[data-update]').click();
  await install(person, authors.publish());
  same(await page.getByText(asShown(words('update-changed-since', { version: 1 }))).count(), 0, 'changes since nothing');

  authors.write('mine/pack.toml', (text) => text.replace('version = 1', 'version = 2'));
  authors.write(`mine/articles/example/${person.language}.md`, (text) => text.replace('# ', '# 2. '));
  authors.sign('mine');
  await install(person, authors.publish());
  const mine = page.locator('[data-pack="my-pack"]');
  await mine.getByText(asShown(words('update-changed-since', { version: 1 }))).waitFor();
  await mine.getByText(`2. ${TITLE[person.language]}`).waitFor();
  await person.look('changed-since');

  authors.run('pack', 'keys', 'withdraw', 'work', 'other-pack', '--development');
  await install(person, authors.publish());
  const other = page.locator('[data-pack="other-pack"]');
  await other.getByText(words('update-withdrawn'), { exact: true }).waitFor();
  await person.press('app-back');
  await page.locator('.withdrawn').waitFor();
  await person.look('withdrawn');
  await page.locator('.withdrawn').getByRole('button').click();

  await other.getByRole('button').click();
  const ask = page.getByRole('alertdialog');
  await ask.waitFor();
  await person.look('withdrawn-ask');
  await page.keyboard.press('Escape');
  await ask.waitFor({ state: 'hidden' });
  same(await other.count(), 1, 'packs after staying');
  await other.getByRole('button').click();
  await ask.getByRole('button', { name: words('update-remove'), exact: true }).click();
  await page.getByText(words('update-removed'), { exact: true }).waitFor();
  same(await other.count(), 0, 'packs after removing');
  await person.press('app-back');
  await page.locator('[data-deadlines]').waitFor();
  same(await page.locator('.withdrawn').count(), 0, 'warnings after removing');
}
