import { divideLDL, zeroBlock } from '../factor/ldl/divide.ts';
import { partOf, type Workspace } from './workspace.ts';

const make = (n: number, k: number) => new Float64Array(n * k);

/**
 * Solutions of a stack of symmetric linear systems from the factors that `ldl` left, into `out`: A_i·X_i = B_i.
 *
 * @param n size of the matrices A
 * @param k columns of B
 * @param L factors, as `ldl` leaves them
 * @param D likewise
 * @param perm likewise
 * @param B n×k right-hand sides, row by row, one after the other
 * @param out room for the n×k solutions; it may be B itself
 * @param count how many systems
 * @param lOff where L starts in its array
 * @param dOff where D starts in its array
 * @param permOff where perm starts in its array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @param work workspace to use
 * @returns -1, or the first member that has no inverse: its solution, and that of others like it, is NaN throughout
 * @example
 * import { ldl, ldlSolve } from '@matgrad/core/kernel';
 * const [L, D, perm] = [new Float64Array(4), new Float64Array(4), new Int32Array(2)];
 * ldl(2, Float64Array.of(0, 2, 2, 0), L, D, perm);
 * const x = Float64Array.of(2, 8);
 * ldlSolve(2, 1, L, D, perm, x, x) //=> -1
 * Array.from(x) //=> [4, 1]
 */
export function ldlSolve(
  n: number,
  k: number,
  L: Float64Array,
  D: Float64Array,
  perm: Int32Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  lOff = 0,
  dOff = 0,
  permOff = 0,
  bOff = 0,
  outOff = 0,
  work?: Workspace,
): number {
  const Y = partOf(work, 'ldlSolve', n, k, make);
  let failed = -1;
  for (let i = 0, b = bOff, o = outOff; i < count; i++, b += n * k, o += n * k) {
    const d = dOff + 2 * n * i;
    if (zeroBlock(n, D, d) < 0) {
      divideLDL(n, k, L, lOff + n * n * i, D, d, perm, permOff + n * i, 0, B, b, out, o, Y);
    } else {
      out.fill(Number.NaN, o, o + n * k);
      if (failed < 0) failed = i;
    }
  }
  return failed;
}
