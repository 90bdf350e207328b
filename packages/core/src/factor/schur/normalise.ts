import { exponent, ldexp } from '../../kernel/exponent.ts';

/** Products of three entries between 2^-SAFE and 2^SAFE neither overflow nor vanish. */
export const SAFE = 300;

/**
 * X := A·2^-e with max|X| in [1, 2), so that squares and products neither over- nor underflow; gives e.
 *
 * A is only copied if max|A| is within 2^±free: small entries of a graded matrix would underflow.
 */
export function normalised(
  size: number,
  A: Float64Array,
  aOff: number,
  X: Float64Array,
  xOff: number,
  free = 0,
): number {
  let max = 0;
  for (let p = aOff; p < aOff + size; p++) max = Math.max(max, Math.abs(A[p]));
  let e = Number.isFinite(max) ? exponent(max) : 0;
  if (Math.abs(e) <= free) e = 0;
  for (let i = 0; i < size; i++) X[xOff + i] = e === 0 ? A[aOff + i] : ldexp(A[aOff + i], -e);
  return e;
}

/** X := X·2^e in place. */
export function rescale(size: number, X: Float64Array, off: number, e: number): void {
  if (e !== 0) for (let p = off; p < off + size; p++) X[p] = ldexp(X[p], e);
}
