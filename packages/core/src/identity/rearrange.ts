import type { IndexMap } from '../algebra.ts';
import { type NdArray, sizeOf } from '../array.ts';
import { gather } from './gather.ts';
import { reshape } from './reshape.ts';

/** Entries along one axis (counted from 0) taken from the places that `from` says, zero where it says -1. */
export function rearrange(A: NdArray, axis: number, from: readonly number[]): NdArray {
  const { shape } = A;
  const inner = sizeOf(shape.slice(axis + 1));
  const map: IndexMap = {
    name: 'rearrange',
    latex: (X) => X,
    shape: () => [from.length, inner],
    index: () =>
      Array.from({ length: from.length * inner }, (_, k) => {
        const i = from[Math.floor(k / inner)];
        return i < 0 ? -1 : i * inner + (k % inner);
      }),
  };
  const slab = reshape(A, [sizeOf(shape.slice(0, axis)), shape[axis], inner]);
  return reshape(gather(slab, map), [...shape.slice(0, axis), from.length, ...shape.slice(axis + 1)]);
}

/** The numbers from `start` up to, and without, `end`. */
export const range = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
