import { polynomial } from './polynomial.ts';

/** ψ(x)/(x - x₀) in x - 1.5 for 1 ≤ x ≤ 2, x₀ its zero: interpolated at Chebyshev's points (computed with 60 digits) to 2^-56. */
const NEAR_ZERO = [
  0.9510558760318328, -0.4236274212814606, 0.24054248424078697, -0.14840492305388092, 0.09498872445289039,
  -0.06192213327548831, 0.040760833940846085, -0.026975796659787055, 0.017907248317313294,
  -0.011908220105959716, 0.007927021796868154, -0.005279937255532708, 0.003518106563802472,
  -0.0023454947397380833, 0.0015633696313653504, -0.0010364584817312839, 0.0006909255761282986,
  -0.00048595039220036254, 0.00032395945401345196, -0.00014480643368061614, 9.653646261410062e-5,
  -0.0001782188548855923, 0.00011881232908510335,
];
// x₀ and x₀ - 1, each as a double and the rest.
const ZERO = [1.4616321449683622, 9.549995429965697e-17];
const ZERO_LESS_ONE = [0.46163214496836236, -1.5522348162858677e-17];
/** B_2j/2j. */
const ASYMPTOTIC = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
  43867 / 14364,
];
/** B_2j/(2j)!. */
const EULER_MACLAURIN = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
  43867 / 5109094217170944000,
  -174611 / 802857662698291200000,
];

/** ψ = Γ′/Γ; NaN or infinite at its poles. */
export function digamma(x: number): number {
  if (x >= 10) return Math.log(x) - 0.5 / x - polynomial(ASYMPTOTIC, 1 / (x * x)) / (x * x);
  if (x >= 2) {
    let sum = 0;
    let at = x;
    while (at >= 2) {
      at -= 1;
      sum += 1 / at;
    }
    return sum + digamma(at);
  }
  if (x >= 1) return (x - ZERO[0] - ZERO[1]) * polynomial(NEAR_ZERO, x - 1.5);
  if (x > 0) return (x - ZERO_LESS_ONE[0] - ZERO_LESS_ONE[1]) * polynomial(NEAR_ZERO, x - 0.5) - 1 / x;
  return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.round(x)));
}

/** Hurwitz's ζ(s, q) = Σ (q+k)^-s for q > 0 and integer s ≥ 2, by Euler and Maclaurin's formula from q+k ≥ 10+s on. */
function zeta(s: number, q: number): number {
  const count = Math.max(0, Math.ceil(10 + s - q));
  const a = q + count;
  let sum = 0;
  // (s)(s+1)…(s+2j-2)/a^(2j-1), from j = 1 on.
  let rising = s / a;
  for (let j = 0; j < EULER_MACLAURIN.length; j++) {
    sum += EULER_MACLAURIN[j] * rising;
    rising *= ((s + 2 * j + 1) * (s + 2 * j + 2)) / (a * a);
  }
  sum = a ** -s * (a / (s - 1) + 0.5 + sum);
  for (let k = count - 1; k >= 0; k--) sum += (q + k) ** -s;
  return sum;
}

/** ψ^(n) = (-1)^(n+1)·n!·ζ(n+1, x), n ≥ 0. */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  const s = n + 1;
  const sign = n % 2 ? 1 : -1;
  let factorial = 1;
  for (let k = 2; k <= n; k++) factorial *= k;
  if (x > 0) return sign * factorial * zeta(s, x);
  // From the nearest pole, d away, the terms (x+k)^-s are d^-s, those to its right (j+d)^-s and to its left (d-j)^-s. The
  // difference d is exact, and large as d^-s is next to the pole, no digit of it is lost.
  const d = x - Math.round(x);
  if (d === 0) return Number.NaN;
  return sign * factorial * (d ** -s + zeta(s, 1 + d) + sign * (zeta(s, 1 - d) - zeta(s, 1 - x)));
}
