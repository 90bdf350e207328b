import { besselDownwards, besselSeries, hankel } from './besselSeries.ts';

/** From here on Hankel's expansions of orders 0 and 1 end below 2^-56. */
const LARGE = 25;
const EULER_GAMMA = 0.5772156649015329;

/** (J_n(x), Y_n(x)), n = 0 or 1, for x ≥ 25. */
function far(n: 0 | 1, x: number): readonly [J: number, Y: number] {
  let [P, Q] = [0, 0];
  hankel(n, x).forEach((a, k) => {
    const signed = k % 4 > 1 ? -a : a;
    if (k % 2 === 0) P += signed;
    else Q += signed;
  });
  // √2 times the cosine and sine of x - π/4; of x - 3π/4 they are s and -c.
  const [c, s] = [Math.cos(x) + Math.sin(x), Math.sin(x) - Math.cos(x)];
  const size = 1 / Math.sqrt(Math.PI) / Math.sqrt(x);
  return n === 0
    ? [size * (c * P - s * Q), size * (s * P + c * Q)]
    : [size * (s * P + c * Q), size * (s * Q - c * P)];
}

/** J_k(x), k = 0 to n at least, for x > 0. */
function downwards(n: number, x: number): Float64Array {
  const top = Math.max(n, Math.ceil(x));
  // Beyond the order x, J_k falls like Airy's function of (k - x)/x^(1/3) or faster.
  const r = besselDownwards(top + 16 * Math.ceil(Math.cbrt(x)) + 16, x, -1);
  let norm = r[0];
  for (let k = 2; k < r.length; k += 2) norm += 2 * r[k];
  return r.map((value) => value / norm);
}

/** Values of orders n from those of orders 0 and 1: y_(k+1) = 2k/x·y_k - y_(k-1). */
function upwards(n: number, x: number, first: number, second: number): number {
  let [below, here] = [first, second];
  if (n === 0) return below;
  for (let k = 1; k < n; k++) [below, here] = [here, (2 * k * here) / x - below];
  return here;
}

/** Bessel function of the first kind, J_n(x), of integer order. */
export function besselJ(n: number, x: number): number {
  const odd = n % 2 !== 0;
  if (n < 0) return odd ? -besselJ(-n, x) : besselJ(-n, x);
  if (x < 0) return odd ? -besselJ(n, -x) : besselJ(n, -x);
  if (x <= 1) return besselSeries(n, x, -1);
  if (x < LARGE || n > x) return downwards(n, x)[n];
  return upwards(n, x, far(0, x)[0], far(1, x)[0]);
}

/** Y_0(x) and Y_1(x), 0 < x < 25, by Neumann's series (Olver et al. 2010, §10.23(iii)). */
function near(x: number): readonly [Y0: number, Y1: number] {
  const J = downwards(1, x);
  const log = Math.log(x / 2) + EULER_GAMMA;
  let even = 0;
  let odd = 0;
  for (let k = 1, sign = 1; 2 * k + 1 < J.length; k++, sign = -sign) {
    even += (sign * J[2 * k]) / k;
    odd += (sign * (2 * k + 1) * J[2 * k + 1]) / (k * (k + 1));
  }
  const Y0 = log * J[0] + 2 * even;
  const Y1 = -J[0] / x + (log - 1) * J[1] + odd;
  return [(2 / Math.PI) * Y0, (2 / Math.PI) * Y1];
}

/** Bessel function of the second kind, Y_n(x), of integer order; infinite at 0, NaN below. */
export function besselY(n: number, x: number): number {
  if (n < 0) return n % 2 === 0 ? besselY(-n, x) : -besselY(-n, x);
  if (!(x > 0)) return x === 0 ? -1 / 0 : Number.NaN;
  const [first, second] = x < LARGE ? near(x) : [far(0, x)[1], far(1, x)[1]];
  return upwards(n, x, first, second);
}
