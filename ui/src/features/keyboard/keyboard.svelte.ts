// The keyboard on the screen: where it writes, and what is being composed there.
//
// It writes into the field that had the focus last and never takes the focus away. Each key arrives in
// the field as an ordinary `input` event, so that the field cannot tell it from a real keyboard.
import { words } from '../../i18n/words.svelte';
import { LAYOUTS, type Layout, type LayoutName } from './layouts';
import { withoutLast, written } from './syllables';

type Field = HTMLInputElement | HTMLTextAreaElement;

export class ScreenKeyboard {
  layoutName = $state<LayoutName>(firstLayout());
  shift = $state(false);
  #field: Field | null = null;
  /** The jamo of the syllables being composed, and where their text stands. */
  #run: string[] = [];
  #from = 0;
  #to = 0;

  get layout(): Layout {
    const found = LAYOUTS.find((layout) => layout.name === this.layoutName);
    if (!found) throw new Error('a layout without keys');
    return found;
  }

  get rows(): readonly string[] {
    return this.shift ? this.layout.shifted : this.layout.rows;
  }

  /** Follows the focus until the returned function is called. */
  follow(): () => void {
    const see = (target: EventTarget | null) => {
      if (isField(target) && target !== this.#field) {
        this.#field = target;
        this.#run = [];
      }
    };
    const focused = (event: FocusEvent) => see(event.target);
    see(document.activeElement);
    document.addEventListener('focusin', focused);
    return () => document.removeEventListener('focusin', focused);
  }

  choose(name: LayoutName): void {
    this.layoutName = name;
    this.shift = false;
    this.#run = [];
  }

  type(letter: string): void {
    const field = this.#ready();
    if (!field) return;
    if (this.layout.hangul && JAMO.test(letter)) {
      if (this.#run.length === 0) this.#start(field);
      this.#run.push(letter);
      this.#rewrite(field, letter);
    } else {
      this.#insert(field, letter);
    }
    this.shift = false;
  }

  /** Takes back one key: a jamo of what is being composed, otherwise a letter. */
  backspace(): void {
    const field = this.#ready();
    if (!field) return;
    if (this.#run.length > 0) {
      this.#run = withoutLast(this.#run);
      this.#rewrite(field, null);
      return;
    }
    const [start, end] = selection(field);
    const from = start === end ? start - lastLetter(field.value.slice(0, start)).length : start;
    field.setRangeText('', from, end, 'end');
    tell(field, null);
  }

  enter(): void {
    const field = this.#ready();
    if (!field) return;
    this.#run = [];
    if (field instanceof HTMLTextAreaElement) this.#insert(field, '\n');
    else field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  }

  /** The field, with the run forgotten when the cursor or the text moved by other hands. */
  #ready(): Field | null {
    const field = this.#field;
    if (!field?.isConnected) return null;
    const [start, end] = selection(field);
    const untouched = start === this.#to && end === this.#to && field.value.slice(this.#from, this.#to) === written(this.#run);
    if (this.#run.length > 0 && !untouched) this.#run = [];
    return field;
  }

  #start(field: Field): void {
    const [start, end] = selection(field);
    this.#from = start;
    this.#to = end;
  }

  #rewrite(field: Field, data: string | null): void {
    const text = written(this.#run);
    field.setRangeText(text, this.#from, this.#to, 'end');
    this.#to = this.#from + text.length;
    tell(field, data);
  }

  #insert(field: Field, letter: string): void {
    this.#run = [];
    const [start, end] = selection(field);
    field.setRangeText(letter, start, end, 'end');
    tell(field, letter);
  }
}

const JAMO = /^[\u3131-\u3163]$/u;

function firstLayout(): LayoutName {
  return ({ 'ko-KP': 'kps', ko: 'dubeolsik', ru: 'russian', en: 'latin' } as const)[words.language];
}

function isField(target: EventTarget | null): target is Field {
  return (target instanceof HTMLInputElement && /^(text|password)$/.test(target.type)) || target instanceof HTMLTextAreaElement;
}

function selection(field: Field): [number, number] {
  const end = field.value.length;
  return [field.selectionStart ?? end, field.selectionEnd ?? end];
}

/** The last letter with everything that belongs to it, never half of a pair. */
function lastLetter(text: string): string {
  return [...text].at(-1) ?? '';
}

function tell(field: Field, data: string | null): void {
  const inputType = data === null ? 'deleteContentBackward' : 'insertText';
  field.dispatchEvent(new InputEvent('input', { data, inputType, bubbles: true }));
}
