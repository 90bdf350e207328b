import { eighMember, workOf } from '../factor/eigh/member.ts';
import { finiteLower } from './finiteLower.ts';

const NONE = /* @__PURE__ */ new Float64Array(0);

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
  const work = workOf(n, true);
  const size = n * n;
  let failed = -1;
  for (let i = 0, a = aOff, p = wOff, v = vOff; i < count; i++, a += size, p += n, v += size) {
    if (finiteLower(n, A, a) && eighMember('eigh', n, true, work, A, a, w, p, V, v)) continue;
    w.fill(Number.NaN, p, p + n);
    V.fill(Number.NaN, v, v + size);
    if (failed < 0) failed = i;
  }
  return failed;
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
  const work = workOf(n, false);
  let failed = -1;
  for (let i = 0, a = aOff, p = wOff; i < count; i++, a += n * n, p += n) {
    if (finiteLower(n, A, a) && eighMember('eigvalsh', n, false, work, A, a, w, p, NONE, 0)) continue;
    w.fill(Number.NaN, p, p + n);
    if (failed < 0) failed = i;
  }
  return failed;
}
