import { invert } from '../factor/lu/invert.ts';
import { wellConditioned } from '../factor/lu/rcond.ts';
import { factorInto, luPart } from './luPart.ts';
import type { Workspace } from './workspace.ts';

/**
 * Inverses of a stack, into `out`: A_i·Y_i = I.
 *
 * As safe as `inv`: badly scaled matrices are equilibrated, growth of pivots is repaired, and no matrix that is singular to
 * working precision gets an inverse.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param out room for as many; it may be A itself
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
  const f = luPart(work, n);
  const size = n * n;
  let failed = -1;
  for (let i = 0, a = aOff, o = outOff; i < count; i++, a += size, o += size) {
    if (factorInto(f, A, a) && wellConditioned(f, 0, A, a)) {
      out.fill(0, o, o + size);
      invert(f, 0, out, o);
    } else {
      out.fill(Number.NaN, o, o + size);
      if (failed < 0) failed = i;
    }
  }
  return failed;
}
