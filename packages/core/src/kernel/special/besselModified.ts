import { besselDownwards, besselSeries, hankel } from './besselSeries.ts';

const EULER_GAMMA = 0.5772156649015329;

/** e^-|x|·I_n(x), of integer order. */
export function besselIScaled(n: number, x: number): number {
  if (n < 0) return besselIScaled(-n, x);
  if (x < 0) return n % 2 === 0 ? besselIScaled(n, -x) : -besselIScaled(n, -x);
  if (x <= 1) return besselSeries(n, x, 1) * Math.exp(-x);
  if (x >= Math.max(1000, n * n)) {
    const sum = hankel(n, x).reduceRight((total, a, k) => total + (k % 2 === 0 ? a : -a), 0);
    return sum / Math.sqrt(2 * Math.PI) / Math.sqrt(x);
  }
  // I_k falls like e^(-k²/2x) or faster, and I_0 + 2ΣI_k = e^x: nothing cancels.
  const r = besselDownwards(Math.ceil(Math.sqrt(n * n + 80 * x)) + 24, x, 1);
  let norm = 0;
  for (let k = r.length - 1; k > 0; k--) norm += 2 * r[k];
  return r[n] / (norm + r[0]);
}

/** Modified Bessel function of the first kind, I_n(x), of integer order; infinite where it overflows. */
export function besselI(n: number, x: number): number {
  // Of e^|x| one half at a time: it may overflow before the product.
  const half = Math.exp(Math.abs(x) / 2);
  return Math.abs(x) <= 1 ? besselSeries(Math.abs(n), x, 1) : besselIScaled(n, x) * half * half;
}

/** e^x·K_n(x), n = 0 or 1, for x > 1: ∫ e^(-x(cosh t - 1))·cosh nt over t ≥ 0 by the trapezoidal rule, which converges exponentially. */
function integral(n: 0 | 1, x: number): number {
  const h = Math.min(0.2, 0.6 / Math.sqrt(x));
  let sum = 0.5;
  for (let k = 1; ; k++) {
    const s = Math.sinh((k * h) / 2);
    const term = Math.exp(-2 * x * s * s) * (n === 0 ? 1 : 1 + 2 * s * s);
    sum += term;
    if (term < 2 ** -60) return h * sum;
  }
}

/** K_0(x) and K_1(x) for 0 < x ≤ 1: -(log x/2 + γ)·I_0 + Σ H_k·(x²/4)^k/k!², and by Wronski's determinant. */
function near(x: number): readonly [K0: number, K1: number] {
  const q = (x * x) / 4;
  let [term, harmonic, sum] = [1, 0, 0];
  for (let k = 1; term > 2 ** -60; k++) {
    term *= q / (k * k);
    harmonic += 1 / k;
    sum += term * harmonic;
  }
  const [I0, I1] = [besselSeries(0, x, 1), besselSeries(1, x, 1)];
  const K0 = sum - (Math.log(x / 2) + EULER_GAMMA) * I0;
  return [K0, (1 / x - I1 * K0) / I0];
}

/** e^x·K_n(x), of integer order; infinite at 0, NaN below. */
export function besselKScaled(n: number, x: number): number {
  if (!(x > 0)) return x === 0 ? 1 / 0 : Number.NaN;
  const scale = Math.exp(x);
  const first = x <= 1 ? near(x).map((K) => K * scale) : [integral(0, x), integral(1, x)];
  let [below, here] = first;
  if (n === 0) return below;
  for (let k = 1; k < Math.abs(n); k++) [below, here] = [here, (2 * k * here) / x + below];
  return here;
}

/** Modified Bessel function of the second kind, K_n(x), of integer order; infinite at 0, NaN below. */
export function besselK(n: number, x: number): number {
  const half = Math.exp(-x / 2);
  return besselKScaled(n, x) * half * half;
}
