import { exponent, ldexp, pow2 } from './exponent.ts';

/**
 * out_i·2^e = Π_{k≠i} d_k, by prefix and suffix products, never by dividing; e is returned.
 *
 * Mantissas and exponents are multiplied apart, so that products may leave the range of doubles.
 */
export function productsOfOthers(n: number, d: Float64Array, off: number, out: Float64Array): number {
  let e = 0;
  let least = 0;
  for (let i = 0; i < n; i++) {
    e += exponent(d[off + i]);
    if (Math.abs(d[off + i]) < Math.abs(d[off + least])) least = i;
  }
  e -= exponent(d[off + least]);
  const mantissa = new Float64Array(n + 1).fill(1);
  const power = new Float64Array(n + 1);
  // Slot i: Π_{k>=i} d_k
  for (let i = n - 1; i >= 0; i--) times(mantissa, power, i + 1, i, d[off + i]);
  const m = new Float64Array(1).fill(1);
  const p = new Float64Array(1);
  for (let i = 0; i < n; i++) {
    out[i] = ldexp(m[0] * mantissa[i + 1], p[0] + power[i + 1] - e);
    times(m, p, 0, 0, d[off + i]);
  }
  return e;
}

/** Slot `to` := slot `from` times x, the mantissa kept in [1, 2). */
function times(mantissa: Float64Array, power: Float64Array, from: number, to: number, x: number): void {
  const s = exponent(x);
  const m = mantissa[from] * ldexp(x, -s);
  const t = exponent(m);
  mantissa[to] = m * pow2(-t);
  power[to] = power[from] + s + t;
}
