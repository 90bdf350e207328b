import { exponent, ldexp } from './exponent.ts';

// Squares between these bounds have lost nothing to over- or underflow that shows in their sum.
const LEAST = 2 ** -900;
const MOST = 2 ** 1000;

/**
 * The reflection H = I - tau·v·vᵀ, v[0] = 1, that maps x to beta·e₀, as LAPACK's dlarfg.
 *
 * x[0] becomes beta = -sign(x[0])·‖x‖, the rest of x becomes the rest of v. If x is a multiple of e₀ already, tau is 0
 * and nothing changes; else 1 <= tau <= 2. Where x is not finite, beta is NaN.
 *
 * @returns tau
 */
export function reflector(n: number, X: Float64Array, off: number): number {
  const alpha = X[off];
  const end = off + n;
  let rest = 0;
  for (let p = off + 1; p < end; p++) rest += X[p] * X[p];
  const sum = alpha * alpha + rest;
  if (sum > LEAST && sum < MOST) {
    if (rest === 0) return 0;
    const norm = Math.sqrt(sum);
    const beta = alpha > 0 ? -norm : norm;
    const scale = 1 / (alpha - beta);
    for (let p = off + 1; p < end; p++) X[p] *= scale;
    X[off] = beta;
    return (beta - alpha) / beta;
  }
  let max = 0;
  for (let p = off + 1; p < end; p++) max = Math.max(max, Math.abs(X[p]));
  if (max === 0) return 0;
  max = Math.max(max, Math.abs(alpha));
  if (!(max < 1 / 0)) {
    X[off] = Number.NaN;
    return 0;
  }
  // v does not depend on the scale of x, and a power of two changes no digit of it.
  const e = exponent(max);
  for (let p = off; p < end; p++) X[p] = ldexp(X[p], -e);
  const tau = reflector(n, X, off);
  X[off] = ldexp(X[off], e);
  return tau;
}

/** Each of `count` vectors x, xRow apart in X, becomes x - tau·(vᵀx)·v; v[0] must hold its 1. */
export function reflect(
  n: number,
  V: Float64Array,
  vOff: number,
  tau: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
  count: number,
): void {
  if (tau === 0) return;
  let r = 0;
  for (let x = xOff; r + 3 < count; r += 4, x += 4 * xRow) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0, p = x, q = vOff; i < n; i++, p++, q++) {
      const v = V[q];
      a += v * X[p];
      b += v * X[p + xRow];
      c += v * X[p + 2 * xRow];
      d += v * X[p + 3 * xRow];
    }
    a *= tau;
    b *= tau;
    c *= tau;
    d *= tau;
    for (let i = 0, p = x, q = vOff; i < n; i++, p++, q++) {
      const v = V[q];
      X[p] -= a * v;
      X[p + xRow] -= b * v;
      X[p + 2 * xRow] -= c * v;
      X[p + 3 * xRow] -= d * v;
    }
  }
  for (; r < count; r++) {
    const x = xOff + r * xRow;
    let a = 0;
    for (let p = x, q = vOff; p < x + n; p++, q++) a += V[q] * X[p];
    a *= tau;
    for (let p = x, q = vOff; p < x + n; p++, q++) X[p] -= a * V[q];
  }
}
