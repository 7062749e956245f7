// Neighbouring steps and points become one list each, so that a screen reader says "list, five items".
import type { Block, BlockKind } from '../../api/contract';

export interface Run {
  kind: BlockKind;
  /** Numbers of the blocks, which are the same in every language. */
  blocks: number[];
  /** The number of the first step. Counting goes on until the next heading. */
  start: number;
}

export function runs(blocks: readonly Block[]): Run[] {
  const all: Run[] = [];
  let steps = 0;
  blocks.forEach((block, number) => {
    if (block.kind === 'heading') steps = 0;
    const last = all.at(-1);
    const joins = last?.kind === block.kind && (block.kind === 'step' || block.kind === 'point');
    if (joins) last.blocks.push(number);
    else all.push({ kind: block.kind, blocks: [number], start: steps + 1 });
    if (block.kind === 'step') steps += 1;
  });
  return all;
}
