import { erfc, scaledErfc } from './erf.ts';

/** e^(x²)·erfc(x); infinite where it overflows, for x < -26.6. */
export function erfcx(x: number): number {
  if (x >= 0.5) return scaledErfc(x);
  // The square of the leading half of x is exact.
  const h = Math.fround(x);
  return Math.exp(h * h) * Math.exp((x - h) * (x + h)) * erfc(x);
}

/**
 * r_n = E_n/E_(n-1), n ≥ 1, where E_n = e^(x²)·iⁿerfc(x) are the repeated integrals of erfc, and 2n·E_n = E_(n-2) - 2x·E_(n-1): upwards
 * where terms have one sign or nearly so, else downwards (Gautschi 1961).
 */
export function erfcRatio(n: number, x: number): number {
  if (x < 0.5) {
    let r = Math.sqrt(1 / Math.PI) / erfcx(x) - x;
    for (let k = 1; k < n; k++) r = (1 / r - 2 * x) / (2 * (k + 1));
    return r;
  }
  let r = 0;
  for (let k = n + 30 + Math.ceil(180 / (x * x)); k >= n; k--) r = 1 / (2 * x + 2 * (k + 1) * r);
  return r;
}

/** E_n, n ≥ 0: e^(x²) times the integral of erfc from x to infinity, repeated n times. */
export function erfcIntegral(n: number, x: number): number {
  let E = erfcx(x);
  for (let k = 1; k <= n; k++) E *= erfcRatio(k, x);
  return E;
}
