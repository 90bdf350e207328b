import { invert } from '../factor/lu/invert.ts';
import { factorMember } from '../factor/lu/members.ts';
import { FEW, inverseFew } from '../kernel/inverseFew.ts';
import { inverseFour } from '../kernel/inverseFour.ts';
import { inverseThree, inverseTwo } from '../kernel/inverseSmall.ts';
import { divides, luPart } from './luPart.ts';
import type { Workspace } from './workspace.ts';

/**
 * Inverses of a stack, into `out`: A_i·Y_i = I.
 *
 * As safe as `inv`: badly scaled matrices are equilibrated, growth of pivots is repaired, and no matrix that is singular to
 * working precision gets an inverse.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param out room for as many; it must not overlap A
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param outOff where the inverses start in theirs
 * @param work workspace to use
 * @returns -1, or the first member that is singular to working precision (rcond below ε after equilibration) or not finite: its
 *   inverse, and that of others like it, is NaN throughout
 * @example
 * import { inverse } from '@matgrad/core/kernel';
 * const Y = new Float64Array(8);
 * inverse(2, Float64Array.of(0, 2, 4, 0, 1, 2, 2, 4), Y, 2) //=> 1
 * Array.from(Y) //=> [0, 0.25, 0.5, 0, NaN, NaN, NaN, NaN]
 */
export function inverse(
  n: number,
  A: Float64Array,
  out: Float64Array,
  count = 1,
  aOff = 0,
  outOff = 0,
  work?: Workspace,
): number {
  let failed = -1;
  for (let m = 0; m < count; m++) {
    const a = aOff + m * n * n;
    const x = outOff + m * n * n;
    if (n === 4) m += inverseFour(A, a, out, x, count - m);
    else if (n === 3) m += inverseThree(A, a, out, x, count - m);
    else if (n === 2) m += inverseTwo(A, a, out, x, count - m);
    if (m < count && !pivoted(n, A, aOff + m * n * n, out, outOff + m * n * n, work) && failed < 0)
      failed = m;
  }
  return failed;
}

/** One member with pivots; whether it could be inverted. */
function pivoted(
  n: number,
  A: Float64Array,
  a: number,
  X: Float64Array,
  x: number,
  work: Workspace | undefined,
): boolean {
  if (n <= FEW && inverseFew(n, A, a, X, x)) return true;
  const f = luPart(work, n);
  factorMember(f, 0, A, a);
  const able = divides(f, 0, A, a);
  X.fill(able ? 0 : Number.NaN, x, x + n * n);
  if (able) invert(f, 0, X, x);
  return able;
}
