import { primal, type Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { largestAlong } from '../define/axes.ts';
import { combine } from '../interpret/float64/layout.ts';
import { hadamard } from './hadamard.ts';
import { sub } from './sub.ts';

/**
 * X less its largest entry along axes, so that no exponential overflows, and what was taken off: a constant.
 *
 * A symbol has no largest entry and stays as it is. Where `tiny` exponentials may be any, entries whose difference overflows are
 * replaced by a constant: their exponentials are 0, and so are the derivatives of those.
 */
export function shifted(
  X: Value,
  axes: readonly number[],
  tiny = true,
): { rest: NdArray; shift: NdArray | number } {
  const numbers = primal(X);
  if (numbers === undefined || numbers.data.length === 0) return { rest: X, shift: 0 };
  const shift = largestAlong(numbers, axes);
  const least = numbers.data.reduce((low, x) => Math.min(low, x), 0);
  if (!tiny || Number.isFinite(least - shift.data.reduce((high, s) => Math.max(high, s))))
    return { rest: sub(X, shift), shift };
  const near = combine(numbers, shift, (x, s) => (Number.isFinite(x - s) ? 1 : 0));
  const level = combine(near, shift, (one, s) => (one ? s : Number.MAX_VALUE));
  return { rest: sub(hadamard(near, X), level), shift };
}
