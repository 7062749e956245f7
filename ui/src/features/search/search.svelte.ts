// Searching while typing. Results stay until better ones arrive: a list that flickers between two
// syllables cannot be read.
import { asFailure, call } from '../../api/call';
import type { Failure, SearchHit } from '../../api/contract';
import { words } from '../../i18n/words.svelte';

const PAUSE_MS = 80;
/** So many are enough to choose from, and quickly there; more when they are asked for. */
const FIRST = 10;
const MOST = 40;

class Search {
  query = $state('');
  hits = $state<SearchHit[]>([]);
  /** The words that `hits` answer; empty until the first answer. */
  answered = $state('');
  failure = $state<Failure | null>(null);
  #limit = $state(FIRST);
  /** True when there may be more than is shown. */
  goesOn = $derived(this.#limit < MOST && this.hits.length >= this.#limit);
  #composing = false;
  #number = 0;
  #timer = 0;

  typed(query: string, composing: boolean): void {
    this.#composing = composing;
    if (query === this.query && query === this.answered) return;
    this.query = query;
    this.#limit = FIRST;
    clearTimeout(this.#timer);
    if (query.trim() === '') this.clear();
    else this.#timer = window.setTimeout(() => void this.#ask(query), PAUSE_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#number += 1;
    this.query = '';
    this.#limit = FIRST;
    this.answered = '';
    this.hits = [];
    this.failure = null;
  }

  /** Asks once more: the language changed, or the notebook was opened. */
  again(): void {
    if (this.query.trim() !== '') void this.#ask(this.query);
  }

  /** Shows more of what was found. */
  more(): Promise<void> {
    this.#limit = MOST;
    return this.#ask(this.query);
  }

  async #ask(query: string): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    try {
      const hits = await call('search', { query, limit: this.#limit, language: words.language });
      if (number !== this.#number) return;
      // Half a syllable finds nothing; that is no answer yet.
      if (hits.length === 0 && this.hits.length > 0 && (this.#composing || LONE_JAMO.test(query))) return;
      this.hits = hits;
      this.answered = query;
      this.failure = null;
    } catch (thrown) {
      if (number === this.#number) this.failure = asFailure(thrown);
    }
  }
}

/** A consonant or vowel standing alone at the end, as the keyboard on the screen leaves between two keys. */
const LONE_JAMO = /[\u3131-\u3163]$/u;

export const search = new Search();
