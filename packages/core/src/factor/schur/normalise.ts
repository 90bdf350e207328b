import { exponent, ldexp } from '../../kernel/exponent.ts';

/** X := A·2^-e with max|X| in [1, 2), so that squares and products neither over- nor underflow; gives e. */
export function normalised(
  size: number,
  A: Float64Array,
  aOff: number,
  X: Float64Array,
  xOff: number,
): number {
  let max = 0;
  for (let p = aOff; p < aOff + size; p++) max = Math.max(max, Math.abs(A[p]));
  const e = Number.isFinite(max) ? exponent(max) : 0;
  for (let i = 0; i < size; i++) X[xOff + i] = e === 0 ? A[aOff + i] : ldexp(A[aOff + i], -e);
  return e;
}

/** X := X·2^e in place. */
export function rescale(size: number, X: Float64Array, off: number, e: number): void {
  if (e !== 0) for (let p = off; p < off + size; p++) X[p] = ldexp(X[p], e);
}
