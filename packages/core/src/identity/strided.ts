import type { IndexMap } from '../algebra.ts';
import { type NdArray, sizeOf } from '../array.ts';
import { gather } from './gather.ts';
import { reshape } from './reshape.ts';

/** Entries of A by their positions, `strides` apart along each axis of the result. */
export function strided(A: NdArray, shape: readonly number[], strides: readonly number[]): NdArray {
  const size = sizeOf(A.shape);
  const map: IndexMap = {
    name: 'strided',
    latex: (x) => x,
    shape: () => [1, sizeOf(shape)],
    index: () => {
      let index = Int32Array.of(0);
      shape.forEach((d, axis) => {
        const next = new Int32Array(index.length * d);
        for (let p = 0, q = 0; p < index.length; p++) {
          for (let i = 0; i < d; i++) next[q++] = index[p] + i * strides[axis];
        }
        index = next;
      });
      return index;
    },
  };
  return reshape(gather(reshape(A, [1, size]), map), shape);
}
