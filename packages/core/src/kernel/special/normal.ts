import { erfc, erfinv } from './erf.ts';
import { erfcRatio, erfcx } from './erfcx.ts';

/** log Φ(x), Φ the standard normal distribution function. */
export function logNormalCdf(x: number): number {
  const u = -x * Math.SQRT1_2;
  return x < -1 ? Math.log(erfcx(u) / 2) - (x / 2) * x : Math.log1p(-erfc(-u) / 2);
}

/** Φ′/Φ. */
export const normalHazard = (x: number): number => Math.sqrt(2 / Math.PI) / erfcx(-x * Math.SQRT1_2);

/** Ratios r_n(-x/√2) of the repeated integrals of erfc, of which derivatives of the one before consist: Φ″/Φ′ + Φ′/Φ = √2·… with n = 1. */
export const normalRatio = (n: number, x: number): number => erfcRatio(n, -x * Math.SQRT1_2);

/** x with Φ(x) = p, for 0 < p < 1; infinite at the ends, NaN beyond. */
export function normalQuantile(p: number): number {
  if (p > 0.75) return -normalQuantile(1 - p);
  if (p > 0.25) return Math.SQRT2 * erfinv(2 * p - 1);
  if (!(p > 0)) return p === 0 ? -1 / 0 : Number.NaN;
  // Newton's iteration on log erfc(u) = log 2p, concave and close to a parabola: from below it converges at once.
  let u = Math.sqrt(-Math.log(2 * p));
  for (let step = 0; step < 6; step++) {
    const E = erfcx(u);
    u += ((Math.log(E / 2) - Math.log(p) - u * u) * Math.sqrt(Math.PI) * E) / 2;
  }
  return -Math.SQRT2 * u;
}
