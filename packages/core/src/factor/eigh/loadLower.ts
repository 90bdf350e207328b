import { NonFiniteError } from '../../errors.ts';
import { exponent, pow2 } from '../../kernel/exponent.ts';

// Kernels ask for entries about 1: in this range none of their bounds is met.
export const LEAST = 2 ** -32;
export const MOST = 2 ** 32;

/**
 * Copies the lower triangle of the n×n matrix at `off`, times 2^-e so that its largest entry is in [1, 2), or as it is where that
 * is near 1.
 *
 * @returns e
 */
export function loadLower(
  op: string,
  n: number,
  A: Float64Array,
  off: number,
  B: Float64Array,
  bOff: number,
): number {
  let max = 0;
  for (let i = 0, p = off, q = bOff; i < n; i++, p += n, q += n) {
    for (let j = 0; j <= i; j++) {
      const x = A[p + j];
      B[q + j] = x;
      max = Math.max(max, Math.abs(x));
    }
  }
  if (!(max < 1 / 0)) {
    const at = A.findIndex((x, p) => p >= off && !Number.isFinite(x));
    throw new NonFiniteError(op, 0, at, A[at]);
  }
  if (max > LEAST && max < MOST) return 0;
  const e = exponent(max);
  const most = Math.min(-e, 1023);
  const f = pow2(Math.max(most, -1022));
  const g = pow2(-e - Math.max(most, -1022));
  for (let i = 0; i < n; i++) {
    for (let j = 0, p = off + i * n, q = bOff + i * n; j <= i; j++, p++, q++) B[q] = A[p] * f * g;
  }
  return e;
}
