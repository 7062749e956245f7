// Whether the program is reading, locked or unlocked. The program knows; this asks again and repeats it.
import { asFailure, call, onFailure } from '../../api/call';
import type { AppState, Failure } from '../../api/contract';

class Session {
  /** Null until the program answered for the first time. */
  state = $state<AppState | null>(null);
  /** Why it did not answer. */
  failure = $state<Failure | null>(null);

  constructor() {
    onFailure((failure) => {
      // Somebody else may have locked: another window, the system going to sleep.
      const locked = failure.kind === 'locked' && this.state?.mode === 'unlocked';
      // The library was made again, and there is a notice of it now.
      if (locked || failure.kind === 'shelf_damaged') void this.ask();
    });
  }

  get unlocked(): boolean {
    return this.state?.mode === 'unlocked';
  }

  async ask(): Promise<void> {
    try {
      this.state = await call('app_state', {});
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

export const session = new Session();
