import { gamma, stirling } from './gamma.ts';
import { digamma, polygamma } from './polygamma.ts';
import { exponential, type Taylor, times } from './taylor.ts';

/** From here on Stirling's series says more than a quotient by Γ. */
const LARGE = 20;

/** μ - log(1 + μ) for 1 + μ = ratio, without cancellation. */
function excess(mu: number, ratio: number): number {
  if (mu < -0.3) return mu - Math.log(ratio);
  if (mu > 0.3) return mu - Math.log1p(mu);
  const r = mu / (2 + mu);
  let sum = 0;
  let term = 2 * r;
  for (let k = 3; Math.abs(term) > 2 ** -60 * r * r; k += 2) {
    term *= r * r;
    sum += term / k;
  }
  return r * mu - sum;
}

/** x^a·e^-x/Γ(a+1) for x ≥ 0, a > 0. */
function power(a: number, x: number): number {
  if (a >= LARGE) return Math.exp(-a * excess((x - a) / a, x / a) - stirling(a)) / Math.sqrt(2 * Math.PI * a);
  const decay = Math.exp(-x);
  return decay === 0 ? 0 : (x ** a * decay) / gamma(a + 1);
}

/** x^a·e^-x/Γ(a+1) as a function of a, expanded to order m: its logarithm has the derivatives log x - ψ(a+1), -ψ′(a+1), …. */
export function powerTaylor(m: number, a: number, x: number): number[] {
  const slopes = [0];
  let factorial = 1;
  for (let j = 1; j <= m; j++) {
    factorial *= j;
    slopes.push((j === 1 ? Math.log(x) - digamma(a + 1) : -polygamma(j - 1, a + 1)) / factorial);
  }
  return exponential(power(a, x), slopes);
}

/** m!·c_m. */
export function derivativeOf(c: Taylor): number {
  let y = c[c.length - 1];
  for (let j = 2; j < c.length; j++) y *= j;
  return y;
}

/** The m-th derivative in a of the density x^(a-1)·e^-x/Γ(a) of the gamma distribution, for a > 0 and x ≥ 0. */
export function gammaDensity(m: number, a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return Number.NaN;
  if (x === 0) return a > 1 ? 0 : a === 1 && m === 0 ? 1 : 1 / 0;
  // Γ(a) = Γ(a+1)/a.
  const linear = Array.from({ length: m + 1 }, (_, k) => (k === 0 ? a / x : k === 1 ? 1 / x : 0));
  return derivativeOf(times(powerTaylor(m, a, x), linear));
}
