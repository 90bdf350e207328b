import { divide } from '../factor/lu/divide.ts';
import { factorMember } from '../factor/lu/members.ts';
import { luFour } from '../kernel/luFour.ts';
import { divides, luPart } from './luPart.ts';
import type { Workspace } from './workspace.ts';

/**
 * Solutions of a stack of linear systems, into `out`: A_i·X_i = B_i.
 *
 * As safe as `inverse`. Where A stays the same from call to call, factor it once: `lu` and `luSolve`.
 *
 * @param n size of the matrices A
 * @param k columns of B
 * @param A n×n matrices, row by row, one after the other
 * @param B n×k right-hand sides, likewise
 * @param out room for the n×k solutions; it may be B itself
 * @param count how many systems
 * @param aOff where A starts in its array
 * @param bOff where B starts in its array
 * @param outOff where the solutions start in theirs
 * @param work workspace to use
 * @returns -1, or the first member whose A is singular to working precision or not finite: its solution, and that of others like
 *   it, is NaN throughout
 * @example
 * import { solve } from '@matgrad/core/kernel';
 * const x = Float64Array.of(2, 8);
 * solve(2, 1, Float64Array.of(2, 0, 0, 4), x, x) //=> -1
 * Array.from(x) //=> [1, 2]
 */
export function solve(
  n: number,
  k: number,
  A: Float64Array,
  B: Float64Array,
  out: Float64Array,
  count = 1,
  aOff = 0,
  bOff = 0,
  outOff = 0,
  work?: Workspace,
): number {
  const few = n > 1 && n <= 4;
  let failed = -1;
  for (let i = 0, a = aOff, b = bOff, o = outOff; i < count; i++, a += n * n, b += n * k, o += n * k) {
    // NaN where more care is wanted.
    const det = few ? luFour.factor(n, A, a) : Number.NaN;
    if (!Number.isNaN(det)) luFour.solve(n, k, B, b, out, o);
    else if (!careful(n, k, A, a, B, b, out, o, work) && failed < 0) failed = i;
  }
  return failed;
}

/** One member; whether it could be solved. */
function careful(
  n: number,
  k: number,
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  X: Float64Array,
  x: number,
  work: Workspace | undefined,
): boolean {
  const f = luPart(work, n);
  factorMember(f, 0, A, a);
  const able = divides(f, 0, A, a);
  for (let p = 0; p < n * k; p++) X[x + p] = able ? B[b + p] : Number.NaN;
  if (able) divide(f, 0, false, k, X, x);
  return able;
}
