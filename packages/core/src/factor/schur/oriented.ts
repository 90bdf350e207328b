import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copied } from '../../kernel/mapped.ts';
import { sortBlocks } from '../../kernel/sortBlocks.ts';
import { swap } from '../../kernel/swap.ts';
import { pointColumns } from '../eigh/pointColumns.ts';

/** Exchanges the columns of Q of each pair in the block of which the entry below the diagonal is the larger one. */
function turnPairs(n: number, T: Float64Array, Q: Float64Array, off: number): void {
  for (let i = 0; i + 1 < n; i++) {
    const p = off + i * (n + 1);
    if (!(Math.abs(T[p + n]) > Math.abs(T[p + 1]))) continue;
    swap(n, Q, off + i, off + i + 1, n);
    swap(n, T, off + i, off + i + 1, n);
    swap(n, T, off + i * n, off + (i + 1) * n, 1);
  }
}

/**
 * A = Q·T·Qᵀ in the form that is unique where the real parts of eigenvalues that are no pair differ: these ascend, in the block of a
 * pair the larger entry is above the diagonal, and the largest entry of each column of Q is positive.
 */
export function oriented(form: { readonly Q: NdArray; readonly T: NdArray }): { Q: NdArray; T: NdArray } {
  const { shape } = form.Q;
  const n = shape[shape.length - 1];
  const [q, t] = [copied(form.Q.data), copied(form.T.data)];
  for (let p = 0; p < t.length; p += n * n) {
    sortBlocks(n, t, q, p);
    turnPairs(n, t, q, p);
  }
  const Q = pointColumns({ shape, data: q });
  const T = allocate(t.length);
  const s = allocate(n);
  for (let from = 0; from < t.length; from += n * n) {
    for (let j = 0; j < n; j++) {
      let dot = 0;
      for (let p = from + j; p < from + n * n; p += n) dot += Q.data[p] * q[p];
      s[j] = Math.sign(dot);
    }
    // No -0 below the blocks.
    for (let i = 0, p = from; i < n; i++) for (let j = 0; j < n; j++, p++) T[p] = 0 + s[i] * t[p] * s[j];
  }
  return { Q, T: { shape, data: T } };
}
