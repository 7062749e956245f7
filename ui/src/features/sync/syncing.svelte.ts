// The places that the notebook is copied to: how it stands with them, and what the last visits said.
import { asFailure, call } from '../../api/call';
import type { Failure, SyncPlace, SyncProgress, SyncReport, SyncState } from '../../api/contract';
import { session } from '../shell/session.svelte';

/** How often the program is asked whether a place's time has come, in milliseconds. It decides; this only asks. */
const TICK = 5000;
/** How often a visit is looked at, in milliseconds. */
const LOOK = 400;

class Syncing {
  state = $state.raw<SyncState | null>(null);
  /** The last report of each place since the notebook was opened. */
  reports = $state.raw<Record<string, SyncReport>>({});
  failure = $state.raw<Failure | null>(null);
  /** True while the person waits for something asked here. */
  busy = $state(false);
  progress = $state.raw<SyncProgress | null>(null);
  /** The failure of a visit that nobody asked for. It goes when the next one works. */
  #unasked: Failure | null = null;

  /** Asks how it stands. */
  async ask(): Promise<void> {
    try {
      this.state = await call('sync_list', {});
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  copyNow(): Promise<boolean> {
    return this.#visit(() => call('sync_now', {}));
  }

  /** Turns a folder on and copies; true when it could be visited at all. */
  turnOn(folder: string): Promise<boolean> {
    return this.#visit(async () => [await call('sync_folder', { folder })]);
  }

  /** Copies once more and forgets every place: true when it did, false when one of them misses something, null when it failed. */
  async leave(): Promise<boolean | null> {
    let left = false;
    const done = await this.#visit(async () => {
      const reply = await call('sync_leave', {});
      left = reply.left;
      return reply.reports;
    });
    return done ? left : null;
  }

  async stop(): Promise<void> {
    await this.#try(() => call('sync_cancel', {}));
  }

  async switch(place: SyncPlace, on: boolean): Promise<void> {
    await this.#try(() => call('sync_switch', { id: place.id, on }));
    await this.ask();
  }

  async forget(place: SyncPlace): Promise<void> {
    await this.#try(() => call('sync_forget', { id: place.id }));
    await this.ask();
  }

  /** Lets places be visited when their time has come, until the returned function is called. */
  watch(): () => void {
    const timer = setInterval(() => void this.#tick(), TICK);
    return () => {
      clearInterval(timer);
      // Where the places are is the notebook's to know.
      this.state = null;
      this.reports = {};
      this.failure = null;
    };
  }

  async #tick(): Promise<void> {
    if (this.busy || !session.unlocked) return;
    try {
      const reports = await call('sync_tick', {});
      if (reports.length === 0) return;
      if (this.failure !== null && this.failure === this.#unasked) this.failure = null;
      this.#heard(reports);
      await this.ask();
    } catch (thrown) {
      // Locking ends a visit, and that is no failure.
      if (!session.unlocked) return;
      // Nobody asked for it: whoever opens the page is told, and no report of an earlier visit says otherwise.
      this.#unasked = asFailure(thrown);
      this.failure = this.#unasked;
      this.reports = {};
    }
  }

  #heard(reports: SyncReport[]): void {
    this.reports = { ...this.reports, ...Object.fromEntries(reports.map((report) => [report.id, report])) };
  }

  async #visit(visit: () => Promise<SyncReport[]>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const timer = setInterval(() => void this.#look(), LOOK);
    const done = await this.#try(async () => this.#heard(await visit()));
    clearInterval(timer);
    this.busy = false;
    this.progress = null;
    await this.ask();
    return done;
  }

  async #look(): Promise<void> {
    try {
      const progress = await call('sync_progress', {});
      if (this.busy) this.progress = progress;
    } catch {
      // The visit itself says what is the matter.
    }
  }

  async #try(work: () => Promise<unknown>): Promise<boolean> {
    this.failure = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }
}

export const syncing = new Syncing();
