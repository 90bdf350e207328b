import { NonFiniteError } from '../../errors.ts';
import { exponent, pow2 } from '../../kernel/exponent.ts';
import { LEAST, MOST } from '../eigh/loadLower.ts';

/**
 * Copies the m×n matrix at `off`, transposed if `flip`, times 2^-e so that its largest entry is in [1, 2), or as it is where that is near 1.
 *
 * @returns e
 */
export function load(
  op: string,
  m: number,
  n: number,
  A: Float64Array,
  off: number,
  flip: boolean,
  B: Float64Array,
  bOff: number,
): number {
  let max = 0;
  for (let p = off; p < off + m * n; p++) max = Math.max(max, Math.abs(A[p]));
  if (!(max < 1 / 0)) {
    const at = A.findIndex((x, p) => p >= off && !Number.isFinite(x));
    throw new NonFiniteError(op, 0, at, A[at]);
  }
  const e = max > LEAST && max < MOST ? 0 : exponent(max);
  const f = pow2(Math.max(Math.min(-e, 1023), -1022));
  const g = pow2(-e - Math.max(Math.min(-e, 1023), -1022));
  const step = flip ? m : 1;
  const line = flip ? 1 : n;
  for (let i = 0, p = off; i < m; i++) {
    for (let j = 0, q = bOff + i * line; j < n; j++, p++, q += step) B[q] = A[p] * f * g;
  }
  return e;
}
