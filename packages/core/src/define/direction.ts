import type { Algebra, Factored, Term } from '../algebra.ts';
import { sizeOf } from '../array.ts';
import { reciprocalOrZero } from './functions.ts';

/** A/‖A‖, 0 at 0, for the rules of norms: no product of a huge and a tiny number is left to overflow. */
export const direction = ({ map, scale }: Algebra<Term, Factored>, A: Term, y: Term): Term =>
  // Nothing has no kink.
  sizeOf(A.shape) === 0 ? A : scale(map(y, reciprocalOrZero), A);
