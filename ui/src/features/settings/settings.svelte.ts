// What the person chose about the screen. In memory only: nothing is written to the disk.
//
// Choices must outlive the reload after locking. They travel in the fragment of the page's own address,
// which an incognito web view keeps in memory and which holds nothing but these few words.
import { firstLanguage, isLanguage, type Language } from '../../i18n/language';
import { words } from '../../i18n/words.svelte';

export const THEMES = ['system', 'light', 'dark'] as const;
export const SIZES = [100, 125, 150] as const;
export const IDLE_MINUTES = [1, 5, 15] as const;

export type Theme = (typeof THEMES)[number];
export type Size = (typeof SIZES)[number];
export type IdleMinutes = (typeof IDLE_MINUTES)[number];

class Settings {
  theme = $state<Theme>('system');
  size = $state<Size>(100);
  idleMinutes = $state<IdleMinutes>(5);
  /** Whether the keyboard on the screen is open. */
  keyboard = $state(false);
  /** Whether the person chose a language; until then the first screen offers all four. */
  languageChosen = $state(false);

  /** Reads the fragment. True when the page was hidden before it was loaded. */
  recall(): boolean {
    const choices = new URLSearchParams(location.hash.slice(1));
    const language = choices.get('language') ?? '';
    this.languageChosen = isLanguage(language);
    words.language = isLanguage(language) ? language : firstLanguage(navigator.languages);
    this.theme = THEMES.find((theme) => theme === choices.get('theme')) ?? this.theme;
    this.size = SIZES.find((size) => String(size) === choices.get('size')) ?? this.size;
    this.idleMinutes = IDLE_MINUTES.find((minutes) => String(minutes) === choices.get('idle')) ?? this.idleMinutes;
    this.keyboard = choices.get('keyboard') === 'on';
    this.apply();
    return choices.has('covered');
  }

  choose(language: Language): void {
    words.language = language;
    this.languageChosen = true;
    this.apply();
  }

  /** Shows the choices and keeps them for the next load. */
  apply(): void {
    const page = document.documentElement;
    page.lang = words.language;
    page.dataset['theme'] = this.theme;
    page.dataset['size'] = String(this.size);
    this.remember(false);
  }

  remember(covered: boolean): void {
    const choices = new URLSearchParams({ theme: this.theme, size: String(this.size), idle: String(this.idleMinutes) });
    if (this.languageChosen) choices.set('language', words.language);
    if (this.keyboard) choices.set('keyboard', 'on');
    if (covered) choices.set('covered', '');
    history.replaceState(null, '', `#${choices}`);
  }
}

export const settings = new Settings();
