// The four languages, each by its own name.

export type Language = 'ko-KP' | 'ko' | 'ru' | 'en';

export const LANGUAGES: readonly Language[] = ['ko-KP', 'ko', 'ru', 'en'];

// Names are not translated: whoever looks for a language looks for its own name.
const NAMES: Record<Language, string> = { 'ko-KP': '조선말', ko: '한국어', ru: 'Русский', en: 'English' };

export function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}

/** The language's own name; for one we do not know, its tag. */
export function nameOf(tag: string): string {
  return isLanguage(tag) ? NAMES[tag] : tag;
}

/** The language to begin with. Seoul Korean only where the system says so: it can incriminate. */
export function firstLanguage(system: readonly string[]): Language {
  const tag = system[0] ?? '';
  if (tag === 'ko-KR') return 'ko';
  if (tag.startsWith('ru')) return 'ru';
  return tag.startsWith('en') ? 'en' : 'ko-KP';
}

/** Whether a reader of one language is told how another sounds: Russian those who read Korean, Korean those who read Russian. */
export function saysAloud(reader: Language, language: string): boolean {
  if (reader === 'ru') return language.startsWith('ko');
  return reader.startsWith('ko') && language === 'ru';
}

/** Which language stands beside the text first. */
export function secondTo(language: Language): Language {
  return language === 'ru' ? 'ko-KP' : 'ru';
}
