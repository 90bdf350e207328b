import { primal, type Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { DomainError } from '../errors.ts';
import { refuseZero } from '../factor/spectral/refuseZero.ts';
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
    for (let at = 0; at < values.length; at += k) refuseZero(op, values, at, k - 1, A.shape);
  }
  const first = permuteAxes(s, [r - 1, ...Array.from({ length: r - 1 }, (_, i) => i)]);
  return [take(first, 0), take(first, k - 1)];
}
