// Every visible word. Messages come from locales/<language>/<feature>.ftl and are part of the bundle.
//
// A message that is missing shows its id and warns: the browser tests fail on that warning. There is
// no falling back to another language, because a half-translated screen would hide what is missing.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Messages, Value } from './ids';
import { LANGUAGES, type Language } from './language';

type Args<K extends keyof Messages> = Messages[K] extends null ? [] : [Messages[K]];

const files = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(language);
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

const bundles = new Map(LANGUAGES.map((language) => [language, bundleOf(language)]));

class Words {
  /** The language of the screen. */
  language = $state<Language>('ko-KP');

  /** The words of a message in the language of the screen. */
  say<K extends keyof Messages>(id: K, ...args: Args<K>): string {
    return this.#format(id, args[0] ?? null);
  }

  /** The words of a message whose name is made of data, such as a group of cards; `otherwise` if there is none. */
  sayAny(id: string, otherwise: string): string {
    return this.#bundle.hasMessage(id) ? this.#format(id, null) : otherwise;
  }

  get #bundle(): FluentBundle {
    const bundle = bundles.get(this.language);
    if (!bundle) throw new Error('a language without words');
    return bundle;
  }

  #format(id: string, args: Record<string, Value> | null): string {
    const pattern = this.#bundle.getMessage(id)?.value;
    if (!pattern) {
      console.warn(`no message ${id} in ${this.language}`);
      return id;
    }
    const problems: Error[] = [];
    const text = this.#bundle.formatPattern(pattern, args, problems);
    problems.forEach((problem) => console.warn(`message ${id} in ${this.language}: ${problem.message}`));
    return text;
  }
}

export const words = new Words();

/** Short for [`Words.say`], because markup is full of it. */
export const t = words.say.bind(words);
