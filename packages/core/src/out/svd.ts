import { planOf, svdMember } from '../factor/gesvd/member.ts';
import { finite } from './finite.ts';
import { partOf, type Workspace } from './workspace.ts';

const thin = (m: number, n: number) => planOf(m, n, Math.min(m, n), Math.min(m, n));
const values = (m: number, n: number) => planOf(m, n, 0, 0);
const NONE = /* @__PURE__ */ new Float64Array(0);

/**
 * Singular value decompositions of a stack, into `U`, `s` and `V`: U_i·diag(s_i)·V_iᵀ = A_i, k = min(m, n).
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param U room for m×k matrices with orthonormal columns, the largest entry of each positive; it must not overlap A
 * @param s room for k singular values for each, descending
 * @param V room for n×k matrices with orthonormal columns; it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param uOff where U starts in its array
 * @param sOff where s starts in its array
 * @param vOff where V starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): all that belongs to it, and to others
 *   like it, is NaN
 * @example
 * import { svd } from '@matgrad/core/kernel';
 * const [U, s, V] = [new Float64Array(4), new Float64Array(2), new Float64Array(4)];
 * svd(2, 2, Float64Array.of(0, 3, 2, 0), U, s, V) //=> -1
 * Array.from(s) //=> [3, 2]
 * Array.from(U) //=> [1, 0, 0, 1]
 * Array.from(V) //=> [0, 1, 1, 0]
 */
export function svd(
  m: number,
  n: number,
  A: Float64Array,
  U: Float64Array,
  s: Float64Array,
  V: Float64Array,
  count = 1,
  aOff = 0,
  uOff = 0,
  sOff = 0,
  vOff = 0,
  work?: Workspace,
): number {
  const plan = partOf(work, 'svd', m, n, thin);
  const k = Math.min(m, n);
  let failed = -1;
  for (let i = 0; i < count; i++) {
    const a = aOff + i * m * n;
    const u = uOff + i * m * k;
    const p = sOff + i * k;
    const v = vOff + i * n * k;
    if (finite(m * n, A, a) && svdMember('svd', plan, A, a, U, u, s, p, V, v)) continue;
    U.fill(Number.NaN, u, u + m * k);
    s.fill(Number.NaN, p, p + k);
    V.fill(Number.NaN, v, v + n * k);
    if (failed < 0) failed = i;
  }
  return failed;
}

/**
 * Singular values of a stack, descending, into `s`, at a third of the cost of `svd`.
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param s room for min(m, n) numbers for each
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param sOff where s starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): its values, and those of others like
 *   it, are NaN
 * @example
 * import { svdvals } from '@matgrad/core/kernel';
 * const s = new Float64Array(2);
 * svdvals(2, 2, Float64Array.of(0, 3, 2, 0), s) //=> -1
 * Array.from(s) //=> [3, 2]
 */
export function svdvals(
  m: number,
  n: number,
  A: Float64Array,
  s: Float64Array,
  count = 1,
  aOff = 0,
  sOff = 0,
  work?: Workspace,
): number {
  const plan = partOf(work, 'svdvals', m, n, values);
  const k = Math.min(m, n);
  let failed = -1;
  for (let i = 0, a = aOff, p = sOff; i < count; i++, a += m * n, p += k) {
    if (finite(m * n, A, a) && svdMember('svdvals', plan, A, a, NONE, 0, s, p, NONE, 0)) continue;
    s.fill(Number.NaN, p, p + k);
    if (failed < 0) failed = i;
  }
  return failed;
}
