import type { NdArray } from '../array.ts';
import { DomainError } from '../errors.ts';
import { combine } from '../interpret/float64/layout.ts';

/** A function of the entries of two arrays that broadcast; refuses values that are not finite. */
export const combineFinite = (
  op: string,
  A: NdArray,
  B: NdArray,
  f: (a: number, b: number) => number,
): NdArray =>
  combine(A, B, (a, b) => {
    const y = f(a, b);
    if (Number.isFinite(y)) return y;
    throw new DomainError(op, `expected a finite value, got ${op}(${a}, ${b}) = ${y}`);
  });
