import type { Value } from '../algebra.ts';
import { type ArrayInput, broadcastShapes, type NdArray } from '../array.ts';
import { shapeOf } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { broadcastTo } from './broadcastTo.ts';
import { concat } from './concat.ts';
import { gather } from './gather.ts';
import { reshape } from './reshape.ts';

/**
 * The m×n matrix whose entry (i, j) is that at position `at(i, j, length of the first)` of the vectors one behind the other; their
 * leading axes are a stack, and broadcast.
 */
export function fromVectors(
  op: string,
  vectors: readonly ArrayInput[],
  size: (...lengths: number[]) => readonly [m: number, n: number],
  at: (i: number, j: number, length: number) => number,
): NdArray {
  const values: Value[] = vectors.map((x, i) => toValue(op, x, i));
  let lead: readonly number[] = [];
  for (const value of values) {
    const shape = shapeOf(op, value);
    const common = shape.length > 0 && broadcastShapes(lead, shape.slice(0, -1));
    if (!common) throw new ShapeError(op, 'vectors', values.map((x) => showShape(x.shape)).join(' and '));
    lead = common;
  }
  const lengths = values.map(({ shape }) => shape[shape.length - 1]);
  const parts = values.map((x, i) => (lead.length > 0 ? broadcastTo(x, [...lead, lengths[i]]) : x));
  const all = parts.length > 1 ? concat(parts, -1) : parts[0];
  const [m, n] = size(...lengths);
  return gather(reshape(all, [...all.shape, 1]), {
    name: op,
    latex: (x) => `\\operatorname{${op}}(${x})`,
    shape: () => [m, n],
    index: () => Array.from({ length: m * n }, (_, k) => at(Math.floor(k / n), k % n, lengths[0])),
  });
}
