// Hide: blank the screen at once, then save what is being written, lock, and begin anew.
//
// Saving must not hold up locking: whoever hides has somebody at the door. So a save that fails, or takes too long,
// loses those words; docs/known-issues.md and the message of a full disk say so.
//
// The page is loaded again after locking, because forgetting every variable one by one is a promise
// nobody can keep. A cover stays until the person asks to go on, so that whoever stands behind them
// sees an empty sheet with a bird and not the library.
import { call } from '../../api/call';
import { settleFields } from '../../components/composition';
import { settings } from '../settings/settings.svelte';
import { place } from './place.svelte';
import { session } from './session.svelte';

/** Two presses of Esc within this time hide the screen. */
const TWICE_MS = 600;
/** Locking does not wait longer than this for unsaved words. */
const SAVE_MS = 3000;
const LOOK_MS = 2000;

class Hiding {
  /** True while only the cover is shown. */
  covered = $state(false);
  #escape = -Infinity;
  #moved = Date.now();
  #hidden = false;

  /** Begins to listen. Called once. */
  start(): void {
    // Capture: no dialog, menu or field may swallow the second Esc.
    window.addEventListener('keydown', this.#key, { capture: true });
    for (const sign of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
      window.addEventListener(sign, () => (this.#moved = Date.now()), { capture: true, passive: true });
    }
    // The window is to be closed; the lid, sleep or the screen lock. The other side is `src-tauri/src/leave.rs`.
    for (const sign of ['durumi-closing', 'durumi-hiding']) window.addEventListener(sign, () => this.hide());
    // The wall clock also counts the time the computer slept.
    setInterval(() => this.#look(), LOOK_MS);
  }

  hide(): void {
    if (this.#hidden) return;
    this.#hidden = true;
    document.documentElement.classList.add('hidden');
    void this.#lock();
  }

  /** Takes the cover away. */
  async uncover(): Promise<void> {
    await session.ask();
    this.covered = false;
    settings.remember(false);
  }

  async #lock(): Promise<void> {
    try {
      await settleFields();
      const draft = place.draft;
      if (draft?.unsaved()) await Promise.race([draft.save(true), new Promise((done) => setTimeout(done, SAVE_MS))]);
    } finally {
      settings.remember(true);
      // If this fails, the covered page locks again before it shows anything.
      await call('notebook_lock', {}).catch(() => undefined);
      location.reload();
    }
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && event.code !== 'Escape') return;
    if (event.repeat) return;
    if (event.timeStamp - this.#escape <= TWICE_MS) this.hide();
    this.#escape = event.timeStamp;
  };

  #look(): void {
    if (session.unlocked && Date.now() - this.#moved > settings.idleMinutes * 60_000) this.hide();
  }
}

export const hiding = new Hiding();
