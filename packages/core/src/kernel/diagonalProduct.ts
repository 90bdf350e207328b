import { exponent, pow2 } from './exponent.ts';

// ln 2 in two parts; the first has 21 trailing zero bits, so its product with an exponent is exact (fdlibm).
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** A number mantissa·2^exponent that may lie outside the range of doubles; the mantissa is 0 or well inside. */
export type Split = [mantissa: number, exponent: number];

/** Product of d[off + i·step], i = 0..n-1, without over- or underflow on the way. */
export function diagonalProduct(n: number, d: Float64Array, off: number, step: number): Split {
  let mantissa = 1;
  for (let i = 0, p = off; i < n; i++, p += step) {
    mantissa *= d[p];
    const size = Math.abs(mantissa);
    if (!(size > 2 ** -500 && size < 2 ** 500)) return splitProduct(n, d, off, step);
  }
  return [mantissa, 0];
}

/** The same, every factor split before it is multiplied: √½ <= |mantissa| < √2, or mantissa 0. */
function splitProduct(n: number, d: Float64Array, off: number, step: number): Split {
  let mantissa = 1;
  let e = 0;
  for (let i = 0, p = off; i < n; i++, p += step) {
    // Twice half the exponent: 2^1074, which a denormal needs, is no double.
    const s = exponent(d[p]);
    const h = s >> 1;
    mantissa *= d[p] * pow2(-h) * pow2(h - s);
    const t = exponent(mantissa);
    mantissa *= pow2(-t);
    e += s + t;
  }
  return Math.abs(mantissa) < Math.SQRT2 ? [mantissa, e] : [mantissa / 2, e + 1];
}

/** log|x| of a split number; -Infinity for 0. */
export const logSplit = ([mantissa, e]: Split): number =>
  e * LN2_HIGH + (e * LN2_LOW + Math.log(Math.abs(mantissa)));
