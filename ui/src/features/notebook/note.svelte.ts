// A note being written. Its words are never lost without a question, and "saved" is said only by the reply.
import { asFailure, call } from '../../api/call';
import type { Failure, Note } from '../../api/contract';
import { settleFields } from '../../components/composition';
import { dayInWords, readDay, today, typedDay } from '../../i18n/day';
import { words } from '../../i18n/words.svelte';

export class OpenNote {
  readonly caseId: string;
  /** What is on the disk; null for a note that was not saved yet. */
  saved = $state.raw<Note | null>(null);
  /** The day as typed. */
  day = $state('');
  where = $state('');
  text = $state('');
  busy = $state(false);
  /** True from a reply until the next letter. */
  justSaved = $state(false);
  failure = $state<Failure | null>(null);
  missing = $state<'day' | 'text' | null>(null);
  ready = $state(false);

  constructor(caseId: string) {
    this.caseId = caseId;
  }

  async open(noteId: string | undefined): Promise<void> {
    if (noteId === undefined) {
      this.day = typedDay(today(), words.language);
    } else {
      try {
        this.#take(await call('note_show', { noteId }));
      } catch (thrown) {
        this.failure = asFailure(thrown);
        return;
      }
    }
    this.ready = true;
  }

  get date(): string | null {
    return this.day.trim() === '' ? null : readDay(this.day);
  }

  /** The typed day in words, so that the person sees how it was understood. */
  get dayRead(): string {
    return this.date === null ? '' : dayInWords(this.date, words.language, true);
  }

  get unsaved(): boolean {
    if (!this.ready) return false;
    if (!this.saved) return this.text.trim() !== '' || this.where.trim() !== '';
    // The same day typed in another way is no change.
    const day = this.date ?? this.day.trim();
    return this.text !== this.saved.text || this.where !== this.saved.place || day !== (this.saved.date ?? '');
  }

  /**
   * Saves. With `anyway` a day that cannot be read is written at the head of the text instead of stopping
   * the saving: the screen is being hidden and nobody can be asked.
   */
  async save(anyway = false): Promise<boolean> {
    if (this.busy) return false;
    await settleFields();
    const unreadable = this.day.trim() !== '' && this.date === null;
    this.missing = this.text.trim() === '' && !anyway ? 'text' : unreadable && !anyway ? 'day' : null;
    if (this.missing) return false;
    const text = unreadable ? `${this.day.trim()}\n${this.text}` : this.text;
    this.busy = true;
    try {
      const date = this.date;
      const reply = await call('note_save', {
        caseId: this.caseId,
        place: this.where.trim(),
        text: text.trim() === '' ? this.where.trim() : text,
        ...(this.saved ? { noteId: this.saved.id } : {}),
        ...(date ? { date } : {}),
      });
      this.#take(reply);
      this.failure = null;
      this.justSaved = true;
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async delete(): Promise<boolean> {
    if (!this.saved) return true;
    try {
      await call('note_delete', { noteId: this.saved.id });
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  #take(note: Note): void {
    this.saved = note;
    this.day = typedDay(note.date ?? '', words.language);
    this.where = note.place;
    this.text = note.text;
  }
}
