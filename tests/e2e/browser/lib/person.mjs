// Somebody at the screen, who reads words and presses what they name.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT, startHost } from '../host.mjs';
import { expect } from './check.mjs';
import { fromScreen, wordsOf } from './words.mjs';

const { chromium } = fromScreen('playwright-core');
const axe = fromScreen.resolve('axe-core/axe.min.js');

export const PICTURES = join(ROOT, 'target/e2e/browser');
export const PASSPHRASE = 'tumen river crane 1948 winter';
export const WIDE = { width: 1366, height: 768 };
export const NARROW = { width: 360, height: 740 };

const SWITCHES = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser;

export async function closeBrowser() {
  await browser?.close();
}

/**
 * Lets somebody use a fresh Durumi, and fails if anything on the way was complained about in the console:
 * a missing message, a blocked style, an error nobody caught.
 */
export async function asPerson(options, body) {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: SWITCHES });
  mkdirSync(PICTURES, { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'durumi-browser-'));
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'durumi-home-'));
  const host = await startHost({ data, home, commands: options.commands });
  const context = await browser.newContext({ viewport: options.size ?? WIDE, reducedMotion: options.reducedMotion ?? 'no-preference' });
  try {
    const person = new Person(await context.newPage(), host, options);
    await person.start();
    await body(person);
    expect(person.complaints.length === 0, `the console says: ${person.complaints.join(' | ')}`);
  } finally {
    await context.close();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
    if (!options.home) rmSync(home, { recursive: true, force: true });
  }
}

class Person {
  complaints = [];

  constructor(page, host, { language = 'ko-KP', theme = 'light', size = WIDE, fragment }) {
    this.page = page;
    this.host = host;
    this.language = language;
    this.words = wordsOf(language);
    this.size = size;
    this.name = `${language}-${size.width}-${theme}`;
    this.fragment = fragment ?? `language=${language}&theme=${theme}`;
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // Chromium's own advice about password forms is not about us: there are no user names here.
      if (['warning', 'error'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (why) => this.complaints.push(String(why)));
  }

  async start() {
    // Tauri freezes the prototypes of the built-in objects; a library that minds must be seen here.
    await this.page.addInitScript(() => Object.freeze(Object.prototype));
    await this.page.goto(`${this.host.url}#${this.fragment}`);
    await this.page.locator('main').first().waitFor();
  }

  button(id) {
    return this.page.getByRole('button', { name: this.words(id), exact: true });
  }

  async press(id) {
    await this.button(id).first().click();
  }

  field(id) {
    return this.page.getByLabel(this.words(id), { exact: true });
  }

  async write(id, text) {
    await this.field(id).fill(text);
  }

  /** Goes to one of the rooms: home, library, cards, contacts, places, notebook or settings. */
  async room(name) {
    const rooms = this.page.getByRole('navigation', { name: this.words('app-rooms'), exact: true });
    const button = rooms.getByRole('button', { name: this.words(`app-tab-${name}`), exact: true });
    if (!['places', 'settings'].includes(name) || this.size.width >= 720) return button.click();
    // On a narrow screen these are on the first page only.
    await this.room('home');
    return this.page.locator('main').getByRole('button', { name: this.words(`app-tab-${name}`) }).click();
  }

  sees(text) {
    return this.page.getByText(text).first().waitFor();
  }

  heading(text) {
    return this.page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
  }

  async search(query) {
    await this.room('home');
    await this.write('search-label', '');
    await this.field('search-label').pressSequentially(query, { delay: 30 });
    await this.page.locator('[data-hit]').first().waitFor();
    // The list answers the whole query once the words have rested.
    await this.page.waitForTimeout(400);
    return this.page.locator('[data-hit]');
  }

  async makeNotebook(passphrase = PASSPHRASE) {
    await this.room('notebook');
    await this.write('notebook-passphrase-new', passphrase);
    await this.write('notebook-passphrase-again', passphrase);
    await this.press('notebook-make');
    await this.field('notebook-case-title').waitFor({ timeout: 60_000 });
  }

  async unlock(passphrase = PASSPHRASE) {
    await this.write('notebook-passphrase', passphrase);
    await this.press('notebook-unlock');
    await this.field('notebook-case-title').or(this.field('search-label')).waitFor({ timeout: 60_000 });
  }

  async makeCase(title) {
    await this.room('notebook');
    await this.write('notebook-case-title', title);
    await this.press('notebook-case-create');
    await this.button('notebook-note-new').waitFor();
  }

  async writeNote(text) {
    await this.press('notebook-note-new');
    await this.write('notebook-note-text', text);
    await this.save();
  }

  async save() {
    await this.press('notebook-save');
    await this.page.getByText(this.words('notebook-saved'), { exact: true }).waitFor();
  }

  /** After hiding: takes the cover away. */
  async goOn() {
    await this.press('app-go-on');
  }

  async picture(name) {
    await this.page.evaluate(() => document.fonts.ready);
    await this.page.waitForTimeout(150);
    await this.page.screenshot({ path: join(PICTURES, `${name}-${this.name}.png`) });
  }

  /** Looks at the screen: takes its picture and fails on a serious barrier or a line that runs out of it. */
  async look(name) {
    await this.picture(name);
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over <= 0, `${name}: the page is ${over} px wider than the screen`);
    // Evaluated and not added as a script: the policy rightly refuses scripts of others.
    if (!(await this.page.evaluate(() => 'axe' in window))) {
      const { readFile } = await import('node:fs/promises');
      await this.page.evaluate(await readFile(axe, 'utf8'));
    }
    const barriers = await this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, {
        resultTypes: ['violations'],
        // Text on its ground is 7 : 1 here, and not 4.5 : 1.
        rules: { 'color-contrast-enhanced': { enabled: true } },
      });
      return violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')} ${one.nodes[0]?.any[0]?.message ?? ''}`);
    });
    expect(barriers.length === 0, `${name}: ${barriers.join(' | ')}`);
  }
}
