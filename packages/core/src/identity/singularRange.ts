import { primal, type Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { DegenerateError, DomainError } from '../errors.ts';
import { permuteAxes } from './permuteAxes.ts';
import { svdvals } from './svdvals.ts';
import { take } from './take.ts';

/** The largest and the smallest singular value. The latter has a kink at 0: there its derivatives are refused. */
export function singularRange(op: string, A: Value): readonly [largest: NdArray, smallest: NdArray] {
  const s: Value = svdvals(A);
  const r = s.shape.length;
  const k = s.shape[r - 1];
  if (k === 0) throw new DomainError(op, 'expected singular values, got none');
  const values = primal(s)?.data ?? [];
  if ('algebra' in s) {
    for (let at = 0; at < values.length; at += k) {
      const [first, last] = [values[at], values[at + k - 1]];
      if (last <= Math.max(...A.shape.slice(-2)) * 2 ** -52 * first)
        throw new DegenerateError(
          op,
          last,
          [k - 1],
          'The smallest singular value has a kink at zero: no derivative.',
        );
    }
  }
  const first = permuteAxes(s, [r - 1, ...Array.from({ length: r - 1 }, (_, i) => i)]);
  return [take(first, 0), take(first, k - 1)];
}
