import { exponent, ldexp } from './exponent.ts';

// Sums of squares below this have lost digits to underflow.
const TINY = 2 ** -900;

/**
 * H = I - tau·v·vᵀ with H·x = beta·e, where x has one entry at `pivot` and `count` others at `off`, `off + step`, ...
 *
 * beta overwrites the pivot, v the others; v is 1 at the pivot, which is not stored.
 *
 * @returns tau; 0, and zeros for the others, where they are zero or vanish beside the pivot
 */
export function tridiagReflector(
  count: number,
  X: Float64Array,
  off: number,
  step: number,
  pivot: number,
): number {
  if (count === 0) return 0;
  const end = off + count * step;
  const stop = end - 3 * step;
  let squares = 0;
  let p = off;
  // Four sums: also for the sake of their rounding errors, which reach tau and with it the orthogonality of H.
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (; p < stop; p += 4 * step) {
    squares += X[p] * X[p];
    s1 += X[p + step] * X[p + step];
    s2 += X[p + 2 * step] * X[p + 2 * step];
    s3 += X[p + 3 * step] * X[p + 3 * step];
  }
  for (; p < end; p += step) squares += X[p] * X[p];
  squares += s1 + (s2 + s3);
  if (squares < TINY) return tiny(count, X, off, step, pivot);
  const alpha = X[pivot];
  const norm = Math.sqrt(alpha * alpha + squares);
  const beta = alpha < 0 ? norm : -norm;
  const scale = 1 / (alpha - beta);
  for (p = off; p < end; p += step) X[p] *= scale;
  X[pivot] = beta;
  return (beta - alpha) / beta;
}

function tiny(count: number, X: Float64Array, off: number, step: number, pivot: number): number {
  let max = 0;
  const end = off + count * step;
  for (let p = off; p < end; p += step) max = Math.max(max, Math.abs(X[p]));
  const negligible = max <= Math.abs(X[pivot]) * 2 ** -100;
  const e = exponent(max);
  for (let p = off; p < end; p += step) X[p] = negligible ? 0 : ldexp(X[p], -e);
  if (negligible) return 0;
  X[pivot] = ldexp(X[pivot], -e);
  const tau = tridiagReflector(count, X, off, step, pivot);
  X[pivot] = ldexp(X[pivot], e);
  return tau;
}
