// Handing a file over to the notebook, piece by piece, and reading one back. No piece touches the disk
// outside the notebook: files are read with File.slice and shown from memory.
import { asFailure, call } from '../../api/call';
import type { Attachment, Failure } from '../../api/contract';
import { bytesOf, textOf } from './base64';

/** Only these are shown; the program that opens anything else would leave copies behind. */
export const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
export const TEXT = 'text/plain';

export class Attaching {
  readonly caseId: string;
  /** The file's name while it is handed over. */
  name = $state<string | null>(null);
  /** How much of it, in hundredths. */
  percent = $state(0);
  failure = $state<Failure | null>(null);
  cancelled = $state(false);

  constructor(caseId: string) {
    this.caseId = caseId;
  }

  /** Gives up. What was handed over so far never becomes part of the case. */
  cancel(): void {
    this.cancelled = true;
  }

  /** True when the file became part of the case. */
  async add(file: File): Promise<boolean> {
    this.name = file.name;
    this.percent = 0;
    this.failure = null;
    this.cancelled = false;
    try {
      const mediaType = file.type || 'application/octet-stream';
      const ticket = await call('attachment_start', { caseId: this.caseId, name: file.name, mediaType, size: file.size });
      for (let from = 0; from < file.size && !this.cancelled; from += ticket.chunkBytes) {
        const piece = file.slice(from, from + ticket.chunkBytes);
        await call('attachment_add', { id: ticket.id, data: textOf(new Uint8Array(await piece.arrayBuffer())) });
        this.percent = Math.min(100, Math.round(((from + piece.size) / file.size) * 100));
      }
      if (this.cancelled) {
        // Nothing shows of it; this only gives the room back early.
        await call('attachment_delete', { id: ticket.id }).catch(() => undefined);
        return false;
      }
      await call('attachment_finish', { id: ticket.id });
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    } finally {
      this.name = null;
    }
  }
}

/** An attachment being looked at. */
export class Looking {
  found = $state.raw<Attachment | null>(null);
  /** Where the picture is in memory. */
  address = $state<string | null>(null);
  text = $state<string | null>(null);
  failure = $state<Failure | null>(null);
  #closed = false;

  async open(caseId: string, id: string): Promise<void> {
    try {
      const all = await call('attachment_list', { caseId });
      this.found = all.find((one) => one.id === id) ?? null;
      if (!this.found) throw { kind: 'not_found' } satisfies Failure;
      const type = this.found.mediaType;
      if (!PICTURES.includes(type) && type !== TEXT) return;
      const bytes = await this.#bytes(this.found);
      if (this.#closed) return;
      if (type === TEXT) this.text = new TextDecoder().decode(await bytes.arrayBuffer());
      else this.address = URL.createObjectURL(bytes);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  async delete(): Promise<boolean> {
    if (!this.found) return false;
    try {
      await call('attachment_delete', { id: this.found.id });
      return true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return false;
    }
  }

  /** Lets go of the picture. */
  close(): void {
    this.#closed = true;
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
    this.text = null;
  }

  async #bytes(attachment: Attachment): Promise<Blob> {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let chunk = 0; chunk < attachment.chunks && !this.#closed; chunk += 1) {
      const piece = await call('attachment_read', { id: attachment.id, chunk });
      pieces.push(bytesOf(piece.data));
      if (piece.last) break;
    }
    return new Blob(pieces, { type: attachment.mediaType });
  }
}
