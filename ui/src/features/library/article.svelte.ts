// One article being read: full or in easy words, which language stands beside it, which words are shown to somebody.
import type { Article, ArticleLanguage } from '../../api/contract';
import { Asked } from '../../api/asked.svelte';
import { LANGUAGES, type Language } from '../../i18n/language';
import { easyWords } from './easy.svelte';
import { runs, type Run } from './runs';

export class Reading {
  readonly asked = new Asked('library_article');
  /** The language beside the person's own; null for one column. */
  beside = $state<string | null>(null);
  /** The number of the block that fills the screen. */
  shown = $state<number | null>(null);

  /** Asks for every language at once: they are aligned, and showing Russian to an officer must not wait. */
  open(id: string, own: Language): void {
    void this.asked.ask({ id, languages: [own, ...LANGUAGES.filter((language) => language !== own)] });
  }

  get article(): Article | null {
    return this.asked.reply;
  }

  /** True when the article has easy words in every language. */
  get hasEasy(): boolean {
    return this.article?.languages.every((text) => text.easy !== null) ?? false;
  }

  /** The article in every language, full or in easy words. Only one of the two: their blocks are not aligned. */
  get texts(): ArticleLanguage[] {
    const full = this.article?.languages ?? [];
    return easyWords.wanted && this.hasEasy ? full.map((text) => ({ ...text, ...text.easy })) : full;
  }

  /** The text in the person's language, or the first there is. */
  get main(): ArticleLanguage | null {
    return this.texts[0] ?? null;
  }

  get second(): ArticleLanguage | null {
    return this.texts.slice(1).find((text) => text.language === this.beside) ?? null;
  }

  get others(): string[] {
    return this.texts.slice(1).map((text) => text.language);
  }

  get runs(): Run[] {
    return runs(this.main?.blocks ?? []);
  }

  /** The words of a block in every language, for showing. */
  wordsOf(block: number): { language: string; text: string }[] {
    return this.texts.map((text) => ({ language: text.language, text: text.blocks[block]?.text ?? '' }));
  }
}
