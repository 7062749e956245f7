// Seconds that go by. They are seen every second, and heard every few: a screen reader that said each would say nothing else.
const HEARD_EVERY = 5;

export class Wait {
  /** Whole seconds that are left. */
  left = $state(0);
  /** The number of seconds that was last said aloud. */
  heard = $state(0);

  /** Begins to wait; returns what ends it. */
  begin(seconds: number): () => void {
    // Measured against the clock: a computer that slept has waited as well.
    const end = Date.now() + seconds * 1000;
    this.left = this.heard = seconds;
    let heard = seconds;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (left === 0 || heard - left >= HEARD_EVERY) heard = left;
      [this.left, this.heard] = [left, heard];
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => {
      clearInterval(timer);
      this.left = this.heard = 0;
    };
  }
}
