import { zeroBlock } from '../factor/ldl/divide.ts';
import { loadLower } from '../factor/ldl/ldl.ts';
import { ldexp } from '../kernel/exponent.ts';
import { ldlFactor } from '../kernel/ldlFactor.ts';
import { finiteLower } from './finiteLower.ts';
import { partOf, type Workspace } from './workspace.ts';

const make = (_: number, n: number) => new Float64Array(2 * n);

/**
 * LDLᵀ of a stack of symmetric matrices, indefinite or singular ones included: P_i·A_i·P_iᵀ = L_i·D_i·L_iᵀ.
 *
 * By bounded Bunch-Kaufman pivoting. The lower triangle of A is read, nothing above it.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param L room for as many, unit lower triangular; it may be A itself
 * @param D room for 2n numbers for each: the diagonal of D, then what stands beside it: e_j ≠ 0 where the 2×2 block
 *   [d_j e_j; e_j d_j+1] starts, else 0
 * @param perm room for n numbers for each: row j of P·A is row perm[j] of A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param lOff where L starts in its array
 * @param dOff where D starts in its array
 * @param permOff where perm starts in its array
 * @param work workspace to use
 * @returns -1, or the first member that has no inverse, a pivot being exactly zero, or is not finite: the factors of the latter
 *   are NaN throughout
 * @example
 * import { ldl } from '@matgrad/core/kernel';
 * const L = new Float64Array(4);
 * const D = new Float64Array(4);
 * const perm = new Int32Array(2);
 * ldl(2, Float64Array.of(4, 2, 2, 3), L, D, perm) //=> -1
 * Array.from(L) //=> [1, 0, 0.5, 1]
 * Array.from(D) //=> [4, 2, 0, 0]
 */
export function ldl(
  n: number,
  A: Float64Array,
  L: Float64Array,
  D: Float64Array,
  perm: Int32Array,
  count = 1,
  aOff = 0,
  lOff = 0,
  dOff = 0,
  permOff = 0,
  work?: Workspace,
): number {
  const c = partOf(work, 'ldl', n, n, make);
  let failed = -1;
  for (let i = 0, a = aOff, l = lOff, d = dOff; i < count; i++, a += n * n, l += n * n, d += 2 * n) {
    const finite = finiteLower(n, A, a);
    const e = finite ? loadLower(n, A, a, L, l) : 0;
    if (finite) ldlFactor(n, L, l, D, d, d + n, perm, permOff + i * n, c);
    else L.fill(Number.NaN, l, l + n * n);
    if (!finite) D.fill(Number.NaN, d, d + 2 * n);
    else if (e !== 0) for (let p = d; p < d + 2 * n; p++) D[p] = ldexp(D[p], e);
    if (failed < 0 && (!finite || zeroBlock(n, D, d) >= 0)) failed = i;
  }
  return failed;
}
