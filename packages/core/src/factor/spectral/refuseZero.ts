import { DegenerateError } from '../../errors.ts';
import { rankTolerance } from '../rankTolerance.ts';

/** Refuses to differentiate the singular value w[o+i], where it is zero beside w[o]; `of` is the shape of its matrix. */
export function refuseZero(
  op: string,
  w: ArrayLike<number>,
  o: number,
  i: number,
  of?: readonly number[],
): void {
  if (of && w[o + i] <= rankTolerance(of[of.length - 2], of[of.length - 1]) * w[o]) {
    throw new DegenerateError(
      op,
      w[o + i],
      [i],
      'A singular value has a kink at 0: no derivative. Use nuclearNorm or sumsq.',
    );
  }
}
