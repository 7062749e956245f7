// One thing that is being asked of the program: whether it works, what it said, and what went wrong.
import { asFailure } from '../../api/call';
import type { Failure } from '../../api/contract';
import { settleFields } from '../../components/composition';

export class Working {
  busy = $state(false);
  failure = $state<Failure | null>(null);
  /** Words for what was done. */
  done = $state('');

  /** Does something once; true when it was done. */
  async run(what: () => Promise<string>): Promise<boolean> {
    if (this.busy) return false;
    await settleFields();
    this.busy = true;
    this.failure = null;
    this.done = '';
    try {
      this.done = await what();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
    return this.failure === null;
  }
}
