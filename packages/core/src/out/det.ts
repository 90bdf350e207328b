import { determinant } from '../factor/lu/determinant.ts';
import { factorMember } from '../factor/lu/members.ts';
import { ldexp } from '../kernel/exponent.ts';
import { luFour } from '../kernel/luFour.ts';
import { finite, luPart } from './luPart.ts';
import type { Workspace } from './workspace.ts';

/**
 * Determinants of a stack, into `out`.
 *
 * Mantissas and exponents are multiplied apart: a result over- or underflows only where the determinant itself does. Where an
 * entry is not finite, it is NaN.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param out room for one number for each
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param outOff where the determinants start in theirs
 * @param work workspace to use
 * @example
 * import { det } from '@matgrad/core/kernel';
 * const y = new Float64Array(1);
 * det(2, Float64Array.of(1, 2, 3, 4), y);
 * y[0] //=> -2
 */
export function det(
  n: number,
  A: Float64Array,
  out: Float64Array,
  count = 1,
  aOff = 0,
  outOff = 0,
  work?: Workspace,
): void {
  const few = n > 1 && n <= 4;
  for (let i = 0, a = aOff; i < count; i++, a += n * n) {
    const y = few ? luFour.factor(n, A, a) : Number.NaN;
    const size = Math.abs(y);
    out[outOff + i] = size > 2 ** -500 && size < 2 ** 500 ? y : careful(n, A, a, work);
  }
}

function careful(n: number, A: Float64Array, a: number, work: Workspace | undefined): number {
  const f = luPart(work, n);
  factorMember(f, 0, A, a);
  return finite(f, A, a) ? ldexp(...determinant(f, 0)) : Number.NaN;
}
