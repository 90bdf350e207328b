import { NonFiniteError } from '../../errors.ts';
import { exponent } from '../../kernel/exponent.ts';
import { rescale } from '../schur/normalise.ts';

// Kernels ask for entries about 1: in this range none of their bounds is met.
const LEAST = 2 ** -32;
const MOST = 2 ** 32;

/**
 * B := B·2^-e for a copy B of what stands in A from `off` on, so that its largest entry is in [1, 2), unless that is near 1.
 *
 * @returns e
 */
export function toOne(
  op: string,
  max: number,
  A: Float64Array,
  off: number,
  size: number,
  B: Float64Array,
  bOff: number,
): number {
  if (max > LEAST && max < MOST) return 0;
  if (!(max < 1 / 0)) {
    const at = A.findIndex((x, p) => p >= off && !Number.isFinite(x));
    throw new NonFiniteError(op, 0, at, A[at]);
  }
  const e = exponent(max);
  rescale(size, B, bOff, -e);
  return e;
}

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
  return toOne(op, max, A, off, n * n, B, bOff);
}
