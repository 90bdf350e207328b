import { exponent, ldexp, pow2 } from './exponent.ts';

/** Σ over i ≠ a, b of the exponents of |d_i| (a, b: indices to leave out). */
function exponentOfOthers(n: number, d: Float64Array, off: number, a: number, b: number): number {
  let e = 0;
  for (let i = 0; i < n; i++) if (i !== a && i !== b) e += exponent(d[off + i]);
  return e;
}

function smallest(n: number, d: Float64Array, off: number, not: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) {
    if (i !== not && (at < 0 || Math.abs(d[off + i]) < Math.abs(d[off + at]))) at = i;
  }
  return at;
}

/**
 * out_i·2^e = Π_{k≠i} d_k, by prefix and suffix products, never by dividing; e is returned.
 *
 * Mantissas and exponents are multiplied apart, so that products may leave the range of doubles.
 */
export function productsOfOthers(n: number, d: Float64Array, off: number, out: Float64Array): number {
  const e = exponentOfOthers(n, d, off, smallest(n, d, off, -1), -1);
  const mantissa = new Float64Array(n + 1).fill(1);
  const power = new Float64Array(n + 1);
  suffixes(n, d, off, mantissa, power);
  const m = new Float64Array(1).fill(1);
  const p = new Float64Array(1);
  for (let i = 0; i < n; i++) {
    out[i] = ldexp(m[0] * mantissa[i + 1], p[0] + power[i + 1] - e);
    times(m, p, 0, 0, d[off + i]);
  }
  return e;
}

/** mantissa[i]·2^power[i] = Π_{k>=i} d_k */
function suffixes(
  n: number,
  d: Float64Array,
  off: number,
  mantissa: Float64Array,
  power: Float64Array,
): void {
  for (let i = n - 1; i >= 0; i--) times(mantissa, power, i + 1, i, d[off + i]);
}

/** Slot `to` := slot `from` times x, the mantissa kept in [1, 2). */
function times(mantissa: Float64Array, power: Float64Array, from: number, to: number, x: number): void {
  const s = exponent(x);
  const m = mantissa[from] * ldexp(x, -s);
  const t = exponent(m);
  mantissa[to] = m * pow2(-t);
  power[to] = power[from] + s + t;
}

/** out_ij·2^e = Π_{k≠i,j} d_k for i ≠ j, 0 for i = j, in a row-major n×n array; e is returned. */
export function productsOfOtherPairs(n: number, d: Float64Array, off: number, out: Float64Array): number {
  if (n < 2) return 0;
  const a = smallest(n, d, off, -1);
  const e = exponentOfOthers(n, d, off, a, smallest(n, d, off, a));
  const mantissa = new Float64Array(n + 1).fill(1);
  const power = new Float64Array(n + 1);
  suffixes(n, d, off, mantissa, power);
  // Slot 0: Π_{k<i} d_k; slot 1: Π_{k<j, k≠i} d_k.
  const run = new Float64Array(2).fill(1);
  const runPower = new Float64Array(2);
  for (let i = 0; i < n; i++) {
    run[1] = run[0];
    runPower[1] = runPower[0];
    for (let j = i + 1; j < n; j++) {
      const x = ldexp(run[1] * mantissa[j + 1], runPower[1] + power[j + 1] - e);
      out[i * n + j] = x;
      out[j * n + i] = x;
      times(run, runPower, 1, 1, d[off + j]);
    }
    times(run, runPower, 0, 0, d[off + i]);
  }
  return e;
}
