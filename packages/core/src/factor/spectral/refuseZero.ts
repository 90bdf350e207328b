import { DegenerateError } from '../../errors.ts';

/** Refuses to differentiate the singular value w[o+i], where it is zero beside w[o]; `of` is the shape of its matrix. */
export function refuseZero(
  op: string,
  w: ArrayLike<number>,
  o: number,
  i: number,
  of?: readonly number[],
): void {
  if (of && w[o + i] <= Math.max(...of.slice(-2)) * 2 ** -52 * w[o]) {
    throw new DegenerateError(
      op,
      w[o + i],
      [i],
      'A singular value has a kink at 0: no derivative. Use nuclearNorm or sumsq.',
    );
  }
}
