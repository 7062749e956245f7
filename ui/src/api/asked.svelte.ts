// A question to the program and its answer, for a screen that shows one thing.
import type { Commands, Failure } from './contract';
import { asFailure, call } from './call';

export class Asked<K extends keyof Commands> {
  /** The last answer. It stays while a newer one is awaited. */
  reply = $state.raw<Commands[K]['reply'] | null>(null);
  failure = $state<Failure | null>(null);
  #name: K;
  #number = 0;

  constructor(name: K) {
    this.#name = name;
  }

  async ask(request: Commands[K]['request']): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    try {
      const reply = await call(this.#name, request);
      if (number !== this.#number) return;
      this.reply = reply;
      this.failure = null;
    } catch (thrown) {
      if (number === this.#number) this.failure = asFailure(thrown);
    }
  }
}
