// Erasing everything: a word is typed, then a button is held. Slower than any mistake.
import { asFailure, call } from '../../api/call';
import type { Failure } from '../../api/contract';
import { session } from '../shell/session.svelte';

const HOLD_MS = 3000;

export class Erasing {
  typed = $state('');
  holding = $state(false);
  busy = $state(false);
  failure = $state<Failure | null>(null);
  #timer = 0;

  hold(): void {
    if (this.busy || this.holding) return;
    this.holding = true;
    this.#timer = window.setTimeout(() => void this.#erase(), HOLD_MS);
  }

  release(): void {
    clearTimeout(this.#timer);
    this.holding = false;
  }

  async #erase(): Promise<void> {
    this.release();
    this.busy = true;
    this.failure = null;
    try {
      session.state = await call('erase_everything', { word: 'erase' });
      this.typed = '';
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
