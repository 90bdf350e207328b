import { exponent, pow2 } from '../../kernel/exponent.ts';
import { type LUFactors, scalesAt } from './divide.ts';

/**
 * det A of member m as [mantissa, exponent]: mantissa·2^exponent, √½ <= |mantissa| < √2, or mantissa 0.
 *
 * Every pivot is split before it is multiplied, so nothing overflows or underflows on the way.
 */
export function determinant(f: LUFactors, m: number): [number, number] {
  const { n, F, piv, colPiv } = f;
  if (f.zero[m] >= 0) return [0, 0];
  let mantissa = 1;
  let e = 0;
  for (let i = 0, r = scalesAt(f, m), d = m * n * n; i < n; i++, d += n + 1) {
    const s = exponent(F[d]);
    mantissa *= F[d] * pow2(-Math.max(-1022, s));
    e += Math.max(-1022, s) - exponent(F[r + i]) - exponent(F[r + n + i]);
    const t = exponent(mantissa);
    mantissa *= pow2(-t);
    e += t;
    if (piv[m * n + i] !== i) mantissa = -mantissa;
    if (colPiv && colPiv[m * n + i] !== i) mantissa = -mantissa;
  }
  return Math.abs(mantissa) < Math.SQRT2 ? [mantissa, e] : [mantissa / 2, e + 1];
}
