import { type Plan, planOf, svdMember } from '../factor/gesvd/member.ts';
import { polarMember } from '../factor/polar/member.ts';
import { finite } from './finite.ts';
import { partOf, type Workspace } from './workspace.ts';

/** Room for the singular value decomposition of one m×n matrix, and for k² numbers more. */
interface Part {
  readonly plan: Plan;
  readonly X: Float64Array;
  readonly s: Float64Array;
  readonly Y: Float64Array;
  readonly W: Float64Array;
}

function make(m: number, n: number): Part {
  const k = Math.min(m, n);
  const [X, s, Y, W] = [m * k, k, n * k, k * k].map((size) => new Float64Array(size));
  return { plan: planOf(m, n, k, k), X, s, Y, W };
}

/**
 * Polar decompositions of a stack of matrices of any rank, into `U` and `P`: U_i·P_i = A_i if m >= n, else P_i·U_i = A_i.
 *
 * @param m rows of A
 * @param n columns of A
 * @param A m×n matrices, row by row, one after the other
 * @param U room for m×n matrices with orthonormal columns (rows, if m < n), the nearest such to A; it may be A itself
 * @param P room for symmetric positive semidefinite k×k matrices, k = min(m, n); it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param uOff where U starts in its array
 * @param pOff where P starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that is not finite (or whose iterations did not converge): all that belongs to it, and to others
 *   like it, is NaN
 * @example
 * import { polar } from '@matgrad/core/kernel';
 * const [U, P] = [new Float64Array(4), new Float64Array(4)];
 * polar(2, 2, Float64Array.of(0, 2, -3, 0), U, P) //=> -1
 * Array.from(U) //=> [0, 1, -1, 0]
 * Array.from(P) //=> [3, 0, 0, 2]
 */
export function polar(
  m: number,
  n: number,
  A: Float64Array,
  U: Float64Array,
  P: Float64Array,
  count = 1,
  aOff = 0,
  uOff = 0,
  pOff = 0,
  work?: Workspace,
): number {
  const { plan, X, s, Y, W } = partOf(work, 'polar', m, n, make);
  const size = m * n;
  const kk = Math.min(m, n) ** 2;
  let failed = -1;
  for (let i = 0, a = aOff, u = uOff, p = pOff; i < count; i++, a += size, u += size, p += kk) {
    if (finite(size, A, a) && svdMember('polar', plan, A, a, X, 0, s, 0, Y, 0)) {
      polarMember(m, n, X, 0, s, 0, Y, 0, U, u, P, p, W);
    } else {
      U.fill(Number.NaN, u, u + size);
      P.fill(Number.NaN, p, p + kk);
      if (failed < 0) failed = i;
    }
  }
  return failed;
}
