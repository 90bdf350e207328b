import { primal } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { settle } from '../interpret/transposed.ts';

/**
 * The value of x as a constant: every derivative through it is zero.
 *
 * @param x an array, under differentiation or not
 * @returns the plain numbers
 * @example
 * toNested(grad((x) => inner(x, stopGradient(x)))([1, 2])) //=> [1, 2]
 */
export function stopGradient(x: ArrayInput): NdArray {
  const A = toValue('stopGradient', x, 0);
  return settle(primal(A) ?? A);
}
