// Choosing one more passphrase from inside an open notebook: for a second notebook, or one that keeps only this one.
import { asFailure, call } from '../../api/call';
import type { Failure } from '../../api/contract';
import { settleFields } from '../../components/composition';

export type Purpose = 'second_notebook_create' | 'forgetting_passphrase_set';

export class Choosing {
  present = $state('');
  first = $state('');
  second = $state('');
  shown = $state(false);
  busy = $state(false);
  done = $state(false);
  different = $state(false);
  failure = $state<Failure | null>(null);
  #purpose: Purpose;

  constructor(purpose: Purpose) {
    this.#purpose = purpose;
  }

  async choose(): Promise<void> {
    if (this.busy) return;
    await settleFields();
    this.done = false;
    this.failure = null;
    this.different = this.first !== this.second;
    if (this.different) return;
    this.busy = true;
    try {
      await call(this.#purpose, { present: this.present, new: this.first });
      this.done = true;
      this.present = '';
      this.first = '';
      this.second = '';
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
