// Typing that loses no syllable, in every field.
//
// What was measured (recipes/korean-input.md): in WebKitGTK a click on a button while a syllable is
// being composed takes that syllable away in half of the cases, and at each commit the field is for a
// moment without it (`input` with data = null). So: remember the value at every input of a composition
// that carries data; if the field is shorter when it loses the focus, put the remembered value back;
// report nothing during the moment without the syllable. Reading `event.target.value` in a handler, as
// a plain binding does, was rejected: it sees exactly that moment.

export type Typed = (value: string, composing: boolean) => void;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How long a commit may take to settle. The transient event and the real one arrive in one turn. */
const SETTLE_MS = 60;

export class Composition {
  #field: Field;
  #typed: Typed;
  #composing = false;
  #remembered: string | null = null;
  #forget = 0;
  #report = 0;

  constructor(field: Field, typed: Typed) {
    this.#field = field;
    this.#typed = typed;
    field.addEventListener('compositionstart', this.#started);
    field.addEventListener('compositionend', this.#ended);
    field.addEventListener('input', this.#input as EventListener);
    field.addEventListener('blur', this.#blurred);
    guards.set(field, this);
  }

  get composing(): boolean {
    return this.#composing;
  }

  /** Whether a syllable is being composed or was a moment ago. */
  get unsettled(): boolean {
    return this.#composing || this.#remembered !== null || this.#report !== 0;
  }

  /** Puts back what was lost and reports the value as it stands. */
  settle(): void {
    this.#composing = false;
    this.#restore();
    this.#tell();
    this.#remembered = null;
  }

  /** Shows a value that did not come from typing, such as an emptied field. Never during a composition. */
  show(value: string): void {
    if (this.#composing || this.#field.value === value) return;
    this.#remembered = null;
    this.#field.value = value;
  }

  destroy(): void {
    clearTimeout(this.#forget);
    clearTimeout(this.#report);
    this.#field.removeEventListener('compositionstart', this.#started);
    this.#field.removeEventListener('compositionend', this.#ended);
    this.#field.removeEventListener('input', this.#input as EventListener);
    this.#field.removeEventListener('blur', this.#blurred);
    guards.delete(this.#field);
  }

  #started = (): void => {
    this.#composing = true;
    clearTimeout(this.#forget);
  };

  #input = (event: InputEvent): void => {
    const inComposition = this.#composing || event.isComposing;
    if (inComposition && event.data !== null) this.#remembered = this.#field.value;
    // The person's own deletion is no loss.
    if (!inComposition && DELETIONS.test(event.inputType)) this.#remembered = null;
    const transient = event.data === null && this.#remembered !== null;
    if (transient) this.#tellSoon();
    else this.#tell();
  };

  #ended = (): void => {
    this.#composing = false;
    this.#tellSoon();
    clearTimeout(this.#forget);
    this.#forget = window.setTimeout(() => (this.#remembered = null), SETTLE_MS * 3);
  };

  #blurred = (): void => {
    this.#restore();
    // Not at once: a field also loses the focus by being taken off the page, in the middle of drawing.
    queueMicrotask(() => {
      this.#tell();
      // Some input methods take the syllable away only after the focus is gone.
      this.#tellSoon();
    });
  };

  #restore(): void {
    if (this.#remembered !== null && this.#field.value.length < this.#remembered.length) {
      this.#field.value = this.#remembered;
    }
  }

  #tellSoon(): void {
    clearTimeout(this.#report);
    this.#report = window.setTimeout(() => {
      if (document.activeElement !== this.#field) this.#restore();
      this.#tell();
    }, SETTLE_MS);
  }

  #tell(): void {
    clearTimeout(this.#report);
    this.#report = 0;
    if (guards.get(this.#field) !== this) return;
    this.#typed(this.#field.value, this.#composing);
  }
}

const DELETIONS = /^(delete(?!Composition)|history)/;

const guards = new Map<Field, Composition>();

/**
 * Ends every composition and reports every field, so that what is read next includes the last syllable.
 * To be awaited before anything is saved, sent or locked.
 */
export async function settleFields(): Promise<void> {
  const open = [...guards.values()].filter((guard) => guard.unsettled);
  if (open.length === 0) return;
  const field = document.activeElement;
  if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && guards.get(field)?.composing) {
    // Leaving the field and coming back is the only way to make an input method commit.
    field.blur();
    field.focus({ preventScroll: true });
  }
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  open.forEach((guard) => guard.settle());
}
