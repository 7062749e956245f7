// Making the notebook: a passphrase typed twice, and who may read the library afterwards.
import { asFailure, call } from '../../api/call';
import type { Failure, Shelf, Strength } from '../../api/contract';
import { settleFields } from '../../components/composition';
import { session } from '../shell/session.svelte';

const PAUSE_MS = 150;

export class Making {
  first = $state('');
  second = $state('');
  shown = $state(false);
  shelf = $state<Shelf>('closed');
  strength = $state<Strength | null>(null);
  busy = $state(false);
  failure = $state<Failure | null>(null);
  /** Set when the person pressed the button too early; says what is still missing. */
  missing = $state<'strength' | 'second' | null>(null);
  #number = 0;
  #timer = 0;

  typed(passphrase: string): void {
    this.missing = null;
    clearTimeout(this.#timer);
    this.#number += 1;
    if (passphrase === '') this.strength = null;
    else this.#timer = window.setTimeout(() => void this.#weigh(passphrase), PAUSE_MS);
  }

  async make(): Promise<void> {
    if (this.busy) return;
    await settleFields();
    // The pause of `typed` would otherwise ask once more and make this answer look old.
    clearTimeout(this.#timer);
    await this.#weigh(this.first);
    this.missing = this.strength?.allowed !== true ? 'strength' : this.first === this.second ? null : 'second';
    if (this.missing) return;
    this.busy = true;
    this.failure = null;
    try {
      session.state = await call('notebook_create', { passphrase: this.first, shelf: this.shelf });
      this.first = '';
      this.second = '';
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  async #weigh(passphrase: string): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    try {
      const strength = await call('passphrase_strength', { passphrase });
      if (number === this.#number) this.strength = strength;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
