import type { NdArray } from '../array.ts';
import { NoConvergenceError } from '../errors.ts';
import { eigh as decompose } from '../factor/eigh/eigh.ts';
import { eigvalsh as values } from '../factor/eigh/eigvalsh.ts';
import { finiteLower } from './finiteLower.ts';

/** Calls `run` for all members at once, or for one after the other where some fail; the first that fails, or -1. */
function each(
  n: number,
  A: Float64Array,
  aOff: number,
  count: number,
  run: (stack: NdArray, i: number) => void,
  refuse: (i: number) => void,
): number {
  const size = n * n;
  const attempt = (i: number, members: number): boolean => {
    const a = aOff + i * size;
    for (let m = 0; m < members; m++) if (!finiteLower(n, A, a + m * size)) return false;
    try {
      run({ shape: [members, n, n], data: A.subarray(a, a + members * size) }, i);
      return true;
    } catch (error) {
      if (error instanceof NoConvergenceError) return false;
      throw error;
    }
  };
  if (attempt(0, count)) return -1;
  let failed = -1;
  for (let i = 0; i < count; i++) {
    if (attempt(i, 1)) continue;
    refuse(i);
    if (failed < 0) failed = i;
  }
  return failed;
}

/**
 * Eigenvalues and eigenvectors of a stack of symmetric matrices, into `w` and `V`: A_i·V_i = V_i·diag(w_i).
 *
 * The lower triangle of A is read, nothing above it.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param w room for n eigenvalues for each, ascending
 * @param V room for n×n matrices with orthonormal columns, the largest entry of each positive; it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param wOff where w starts in its array
 * @param vOff where V starts in its array
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): all that belongs to it, and to others
 *   like it, is NaN
 * @example
 * import { eigh } from '@matgrad/core/kernel';
 * const [w, V] = [new Float64Array(2), new Float64Array(4)];
 * eigh(2, Float64Array.of(3, 0, 0, 1), w, V) //=> -1
 * Array.from(w) //=> [1, 3]
 * Array.from(V) //=> [0, 1, 1, 0]
 */
export function eigh(
  n: number,
  A: Float64Array,
  w: Float64Array,
  V: Float64Array,
  count = 1,
  aOff = 0,
  wOff = 0,
  vOff = 0,
): number {
  const run = (stack: NdArray, i: number) => {
    const of = decompose(stack, 'eigh');
    w.set(of.w.data, wOff + i * n);
    V.set(of.V.data, vOff + i * n * n);
  };
  const refuse = (i: number) => {
    w.fill(Number.NaN, wOff + i * n, wOff + (i + 1) * n);
    V.fill(Number.NaN, vOff + i * n * n, vOff + (i + 1) * n * n);
  };
  return each(n, A, aOff, count, run, refuse);
}

/**
 * Eigenvalues of a stack of symmetric matrices, ascending, into `w`.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other, of which the lower triangle is read
 * @param w room for n numbers for each
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param wOff where w starts in its array
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): its values, and those of others like
 *   it, are NaN
 * @example
 * import { eigvalsh } from '@matgrad/core/kernel';
 * const w = new Float64Array(2);
 * eigvalsh(2, Float64Array.of(3, 0, 0, 1), w) //=> -1
 * Array.from(w) //=> [1, 3]
 */
export function eigvalsh(n: number, A: Float64Array, w: Float64Array, count = 1, aOff = 0, wOff = 0): number {
  const run = (stack: NdArray, i: number) => w.set(values(stack, 'eigvalsh').data, wOff + i * n);
  const refuse = (i: number) => {
    w.fill(Number.NaN, wOff + i * n, wOff + (i + 1) * n);
  };
  return each(n, A, aOff, count, run, refuse);
}
