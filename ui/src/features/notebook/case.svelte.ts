// One open case: what is in it, and what the person does with it.
import { asFailure, call } from '../../api/call';
import { Asked } from '../../api/asked.svelte';
import type { Case, CaseView, Failure, Note } from '../../api/contract';
import { settleFields } from '../../components/composition';

export class OpenCase {
  readonly asked = new Asked('case_show');
  failure = $state<Failure | null>(null);
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  get view(): CaseView | null {
    return this.asked.reply;
  }

  show(): Promise<void> {
    return this.asked.ask({ caseId: this.id });
  }

  async rename(title: string): Promise<boolean> {
    await settleFields();
    return this.#do(() => call('case_rename', { caseId: this.id, title: title.trim() }));
  }

  async delete(): Promise<boolean> {
    try {
      await call('case_delete', { caseId: this.id });
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  /** Decides between titles given on two devices at once. */
  chooseTitle(of: Case, title: string): Promise<boolean> {
    return this.#do(() => call('case_rename', { caseId: of.id, title }));
  }

  /** Decides between two versions of a field: saving writes the chosen one over both. */
  chooseField(note: Note, field: string, text: string): Promise<boolean> {
    const date = field === 'date' ? text : note.date;
    const place = field === 'place' ? text : note.place;
    return this.#do(() =>
      call('note_save', { caseId: note.caseId, noteId: note.id, place, text: note.text, ...(date ? { date } : {}) }),
    );
  }

  async #do(what: () => Promise<unknown>): Promise<boolean> {
    try {
      await what();
      this.failure = null;
      await this.show();
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }
}
