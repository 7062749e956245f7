// The words of locales/, so that the tests name what is on the screen as a person reads it.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { ROOT } from '../host.mjs';

// The screen's packages are not ours to install twice.
export const fromScreen = createRequire(join(ROOT, 'ui/package.json'));
const { FluentBundle, FluentResource } = fromScreen('@fluent/bundle');

export const LANGUAGES = ['ko-KP', 'ko', 'ru', 'en'];

/** The same words with the marks that the screen puts around a value, which nobody sees. */
export function asShown(text) {
  const escaped = text.split('').map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  return new RegExp(`^\\s*[\u2068\u2069]*${escaped.join('[\u2068\u2069]*')}[\u2068\u2069]*\\s*$`);
}

/** A function that gives the words of a message, without isolation marks. */
export function wordsOf(language) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = join(ROOT, 'locales', language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')));
  }
  return (id, args = {}) => {
    const message = bundle.getMessage(id);
    if (!message?.value) throw new Error(`locales/${language} has no message ${id}`);
    return bundle.formatPattern(message.value, args);
  };
}
