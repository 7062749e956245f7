// Base64 of RFC 4648 with padding, in slices that do not overflow the stack.
const SLICE = 0x6000; // a multiple of 3, so that slices join without padding between them

export function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += SLICE) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + SLICE)));
  }
  return text;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
