// Bringing a newer library in: choose a stick or a file, see what it is, install it.
import { asFailure, call } from '../../api/call';
import type { Failure, InstalledPack, PackOffer, PackStick } from '../../api/contract';
import { words } from '../../i18n/words.svelte';
import { textOf } from '../notebook/base64';

export class Updating {
  sticks = $state.raw<PackStick[] | null>(null);
  offer = $state.raw<PackOffer | null>(null);
  failure = $state<Failure | null>(null);
  /** True while something is read or verified. */
  busy = $state(false);
  installed = $state(false);
  removed = $state(false);
  /** The packs that are here. */
  here = $state.raw<InstalledPack[]>([]);

  async findSticks(): Promise<void> {
    await this.#try(async () => (this.sticks = await call('pack_sticks', {})));
  }

  async findPacks(): Promise<void> {
    await this.#try(async () => (this.here = await this.#packs()));
  }

  async lookAtStick(stick: string): Promise<void> {
    await this.#try(async () => {
      this.offer = await call('pack_look', { stick, language: words.language });
    });
  }

  async lookAtFile(file: File): Promise<void> {
    await this.#try(async () => {
      const ticket = await call('pack_file_start', { size: file.size });
      for (let from = 0; from < file.size; from += ticket.chunkBytes) {
        const piece = file.slice(from, from + ticket.chunkBytes);
        await call('pack_file_add', { data: textOf(new Uint8Array(await piece.arrayBuffer())) });
      }
      this.offer = await call('pack_look', { stick: null, language: words.language });
    });
  }

  async install(): Promise<void> {
    await this.#try(async () => {
      await call('pack_install', {});
      this.offer = null;
      // Before it is said to be installed: what changed is on the page with these words.
      this.here = await this.#packs();
      this.installed = true;
    });
  }

  async remove(id: string): Promise<void> {
    await this.#try(async () => {
      await call('pack_remove', { id });
      this.here = await this.#packs();
      this.removed = true;
    });
  }

  #packs(): Promise<InstalledPack[]> {
    return call('pack_list', { language: words.language });
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.failure = null;
    this.installed = false;
    this.removed = false;
    try {
      await work();
    } catch (thrown) {
      this.offer = null;
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }
}
