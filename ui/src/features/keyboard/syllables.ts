// Putting jamo together, one key at a time.
import { assemble } from 'es-hangul';

/** The text of a run of jamo, such as ㅎㅏㄴㄱㅡㄹ → 한글. */
export function written(jamo: readonly string[]): string {
  return jamo.length === 0 ? '' : assemble([...jamo]);
}

/** A run without its last key: 한글 → 한그. */
export function withoutLast(jamo: readonly string[]): string[] {
  return jamo.slice(0, -1);
}
