// A volunteer's path by docs/authoring.md alone: every command that is given here stands there, word for word.
//
// A new pack, two articles, a planted mistake that the check names, a build, a signature, a stick, and the library page of somebody
// else who imports it; then a second version. The stick is a folder where this system shows sticks, where one can be made.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { expect, same, test } from './lib/check.mjs';
import { asPerson } from './lib/person.mjs';
import { asShown } from './lib/words.mjs';
import { ROOT } from './host.mjs';

/** What the page tells a volunteer to type, without the remarks beside it. */
const COMMANDS = new Set(
  [...readFileSync(join(ROOT, 'docs/authoring.md'), 'utf8').matchAll(/`(durumi [^`\n]+)`|^(durumi .+)$/gm)]
    .map(([, inline, line]) => (inline ?? line).replace(/\s{2,}\(.*$/, '').trim()),
);
const TITLES = { example: 'If the police stop you', second: 'About the bus', third: 'About the post' };
const MINUTES = 15;

class Volunteer {
  spent = 0;

  constructor(folder, stick) {
    this.folder = folder;
    this.stick = stick;
  }

  /** Types a command of the page. `E:\` is where the stick is here. */
  types(command) {
    expect(COMMANDS.has(command), `docs/authoring.md does not say: ${command}`);
    const [, ...words] = command.replace('E:\\', `${this.stick}/`).split(' ');
    const begun = Date.now();
    const run = spawnSync(process.env.DURUMI ?? join(ROOT, 'target/debug/durumi'), ['--language', 'en', ...words], { cwd: this.folder, encoding: 'utf8' });
    this.spent += (Date.now() - begun) / 1000;
    return run;
  }

  succeeds(command) {
    const run = this.types(command);
    same(run.status, 0, `${command}: ${run.stderr}`);
    return run.stdout;
  }

  /** "Copy the folder `example`, give the copy another name and write over the texts." */
  addArticle(name) {
    const article = join(this.folder, 'mine/articles', name);
    cpSync(join(this.folder, 'mine/articles/example'), article, { recursive: true });
    for (const language of ['ko-KP', 'ko', 'ru', 'en']) this.write(name, language, (text) => text.replace(/^# .*/, `# ${language === 'en' ? TITLES[name] : `${name} ${language}`}`));
  }

  write(name, language, change) {
    const file = join(this.folder, `mine/articles/${name}/${language}.md`);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

/** A folder where sticks are shown, or null. */
function plugIn() {
  try {
    accessSync('/media', constants.W_OK);
    return mkdtempSync('/media/durumi-volunteer-');
  } catch {
    return null;
  }
}

await test('a volunteer makes a pack by the page for authors, and somebody imports it from a stick', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'durumi-volunteer-'));
  const plugged = plugIn();
  const stick = plugged ?? join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  try {
    const volunteer = new Volunteer(folder, stick);
    firstVersion(volunteer);
    await asPerson({ language: 'en' }, (person) => imports(person, volunteer, plugged !== null));
    console.log(`figure volunteer-seconds ${volunteer.spent.toFixed(1)} ${MINUTES * 60} ${volunteer.spent < MINUTES * 60 ? 'ok' : 'short'}`);
    expect(volunteer.spent < MINUTES * 60, `the commands took ${volunteer.spent} s`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (plugged) rmSync(plugged, { recursive: true, force: true });
  }
});

function firstVersion(volunteer) {
  volunteer.succeeds('durumi pack new mine my-pack');
  volunteer.addArticle('second');
  volunteer.addArticle('third');
  // The mistake: the Russian text of one article has lost its last block.
  let lost = '';
  volunteer.write('second', 'ru', (text) => {
    lost = text;
    return text.replace(/\n1\. .*\n/, '\n');
  });
  const refused = volunteer.types('durumi pack check mine');
  expect(refused.status !== 0, 'the check found nothing');
  expect(refused.stderr.includes('articles/second/ru.md') && refused.stderr.includes('same parts'), `it says: ${refused.stderr}`);
  volunteer.write('second', 'ru', () => lost);
  expect(volunteer.succeeds('durumi pack check mine').includes('Articles: 3'), 'the articles are not counted');
  volunteer.succeeds('durumi pack build mine before');
  volunteer.succeeds('durumi pack sign work --pack mine --development');
  volunteer.succeeds('durumi pack publish work E:\\durumi-library --development');
  volunteer.succeeds('durumi pack publish work library.durumi --development');
  expect(volunteer.succeeds('durumi pack verify E:\\').includes('Development 3'), 'nobody signed it');
}

async function imports(person, volunteer, plugged) {
  const { page, words } = person;
  await person.room('library');
  await page.locator('[data-update]').click();
  await person.heading(words('update-title'));
  const bring = async (picture) => {
    if (plugged) {
      await person.press('update-look-again');
      await page.getByRole('button', { name: basename(volunteer.stick), exact: true }).click();
    } else await page.locator('[data-pack-file]').setInputFiles(join(volunteer.folder, 'library.durumi'));
    await page.locator('[data-install]').waitFor();
    await person.look(picture);
  };

  await bring('volunteer-offer');
  await person.sees('Development 3');
  for (const title of Object.values(TITLES)) await person.sees(title);
  await page.locator('[data-install]').click();
  await page.getByText(words('update-installed'), { exact: true }).waitFor({ timeout: 60_000 });
  await person.look('volunteer-installed');
  await person.press('app-back');
  await page.locator('main .entry', { hasText: TITLES.second }).click();
  await page.locator('.blocks').waitFor();
  await person.sees(words('library-unreviewed'));
  await person.look('volunteer-article');

  volunteer.write('second', 'en', (text) => text.replace(TITLES.second, 'About the bus and the train'));
  const manifest = join(volunteer.folder, 'mine/pack.toml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('version = 1', 'version = 2'));
  const changed = volunteer.succeeds('durumi pack diff before mine');
  same(changed.trim().split('\n'), ['changed\tArticle\tAbout the bus and the train'], 'what changed');
  volunteer.succeeds('durumi pack check mine');
  volunteer.succeeds('durumi pack sign work --pack mine --development');
  volunteer.succeeds('durumi pack publish work E:\\durumi-library --development');
  volunteer.succeeds('durumi pack publish work library.durumi --development');
  await person.room('library');
  await page.locator('[data-update]').click();
  await bring('volunteer-second-offer');
  await page.locator('[data-install]').click();
  const here = page.locator('[data-pack="my-pack"]');
  await here.getByText(asShown(words('update-changed-since', { version: 1 }))).waitFor({ timeout: 60_000 });
  await here.getByText('About the bus and the train').waitFor();
  await person.look('volunteer-changed');
}
