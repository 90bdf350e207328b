import { type NdArray, stackOf } from '../../array.ts';
import { sortBlocks } from '../../kernel/sortBlocks.ts';
import { swap } from '../../kernel/swap.ts';
import { pointColumns } from '../eigh/pointColumns.ts';
import { overStacks } from './members.ts';

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
  const [q, t] = [form.Q.data.slice(), form.T.data.slice()];
  for (let p = 0; p < t.length; p += n * n) {
    sortBlocks(n, t, q, p);
    turnPairs(n, t, q, p);
  }
  const Q = pointColumns({ shape, data: q });
  const T = overStacks([stackOf(Q)], n, n, ([m], out) => {
    const from = m * n * n;
    const turned = (j: number) => {
      let dot = 0;
      for (let p = from + j; p < from + n * n; p += n) dot += Q.data[p] * q[p];
      return Math.sign(dot);
    };
    const s = Float64Array.from({ length: n }, (_, j) => turned(j));
    // No -0 below the blocks.
    for (let p = 0; p < n * n; p++) out[p] = 0 + s[Math.floor(p / n)] * t[from + p] * s[p % n];
  });
  return { Q, T };
}
