// One time limit being counted: which one, from which day. Kept in memory while the page is open, and nowhere else.
import { asFailure, call } from '../../api/call';
import type { DeadlineDay, Failure } from '../../api/contract';
import { dayInWords, readDay, today } from '../../i18n/day';
import { words } from '../../i18n/words.svelte';

export class Counting {
  typed = $state('');
  result = $state.raw<DeadlineDay | null>(null);
  failure = $state<Failure | null>(null);
  /** True when what was typed is no day. Said only once somebody has stopped typing. */
  unreadable = $state(false);
  #id: string | null = null;
  #asked = 0;

  get #from(): string | null {
    return readDay(this.typed.trim());
  }

  /** The typed day in words, so that the person sees how it was understood. */
  get dayRead(): string {
    return this.#from === null ? '' : dayInWords(this.#from, words.language, true);
  }

  /** True when the day has not come yet. */
  get ahead(): boolean {
    return this.#from !== null && this.#from > today();
  }

  /** Another limit, from the same day: one paper often begins several. */
  choose(id: string | null): void {
    this.#id = id;
    void this.count();
  }

  write(day: string): void {
    this.typed = day;
    void this.count();
  }

  async count(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const id = this.#id;
    const from = this.#from;
    this.unreadable = this.typed.trim() !== '' && from === null;
    this.result = null;
    this.failure = null;
    if (id === null || from === null) return;
    try {
      const result = await call('deadline_count', { id, from });
      // What was asked last is shown, whichever reply comes last.
      if (asked === this.#asked) this.result = result;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = asFailure(thrown);
    }
  }
}
