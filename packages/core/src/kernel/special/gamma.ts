import { polynomial } from './polynomial.ts';

/** log Γ(2+t)/t for |t| ≤ ½, interpolated at Chebyshev's points (computed with 60 digits) to 2^-70. */
const NEAR_TWO = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673985,
  0.00289051033074169, -0.001192753911703341, 0.0005096695247350683, -0.0002231547584497479,
  9.945751299363625e-5, -4.492623683991237e-5, 2.0507209343745496e-5, -9.439486626319787e-6,
  4.374902412017623e-6, -2.0392328688796764e-6, 9.548997418453316e-7, -4.4913090601587737e-7,
  2.13132360926355e-7, -1.009417407785624e-7, 4.480967270070044e-8, -2.132355601303517e-8,
  1.518480659935755e-8, -7.2708892316949816e-9,
];
/** Stirling's series, B_2j/(2j(2j-1)). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log Γ(2 + t) for |t| ≤ ½. */
export const nearTwo = (t: number): number => t * polynomial(NEAR_TWO, t);
/** log Γ(x) less its first terms, (x - ½)·log x - x + ½·log 2π. */
export const stirling = (x: number): number => polynomial(STIRLING, 1 / (x * x)) / x;

/** sin(πx). */
export function sinPi(x: number): number {
  const r = x - 2 * Math.round(x / 2);
  const s = Math.abs(r) > 0.5 ? Math.sign(r) - r : r;
  return Math.abs(s) > 0.25 ? Math.sign(s) * Math.cos(Math.PI * (0.5 - Math.abs(s))) : Math.sin(Math.PI * s);
}

/** The rounding error of a·b = q, by Veltkamp's and Dekker's splitting. */
function productError(a: number, b: number, q: number): number {
  const [c, d] = [a * 134217729, b * 134217729];
  const [ah, bh] = [c - (c - a), d - (d - b)];
  const [al, bl] = [a - ah, b - bh];
  return al * bl - (q - ah * bh - al * bh - ah * bl);
}

/** p·(x-1)(x-2)…(2+t) and the t within ½ of 0 that it ends with, for x ≥ 1.5; the rounding errors of the product are added up. */
function descend(x: number, start: number): readonly [product: number, t: number] {
  const count = Math.floor(x - 1.5);
  let p = start;
  let c = 0;
  for (let j = 1; j <= count; j++) {
    const q = p * (x - j);
    c += productError(p, x - j, q) / q;
    p = q;
  }
  return [p + p * c, x - 2 - count];
}

const DOWN = 2 ** -200;
/** 2^-200·Γ(x) for 1.5 ≤ x < 190: no product on the way overflows. */
function scaledGamma(x: number): number {
  const [p, t] = descend(x, DOWN);
  return p * Math.exp(nearTwo(t));
}

/** Gamma function; infinite or NaN at its poles, 0, -1, -2, …. */
export function gamma(x: number): number {
  if (x >= 1.5) return x < 172 ? scaledGamma(x) / DOWN : 1 / 0;
  if (x >= 0.5) return Math.exp(nearTwo(x - 1)) / x;
  if (x > 0) return Math.exp(nearTwo(x)) / (x * (1 + x));
  if (Number.isInteger(x)) return Number.NaN;
  if (x < -190) return 0;
  // Γ(x)·Γ(-x) = -π/(x·sin πx).
  const product = -Math.PI / (x * sinPi(x));
  return x > -1.5 ? product / gamma(-x) : (product / scaledGamma(-x)) * DOWN;
}

/** log |Γ(x)|. */
export function lgamma(x: number): number {
  if (x >= 12) return (x - 0.5) * (Math.log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirling(x);
  if (x >= 2.5) {
    const [p, t] = descend(x, 1);
    return Math.log(p) + nearTwo(t);
  }
  if (x >= 1.5) return nearTwo(x - 2);
  if (x >= 0.5) return nearTwo(x - 1) - Math.log(x);
  if (x > 0) return nearTwo(x) - Math.log1p(x) - Math.log(x);
  if (Number.isInteger(x)) return 1 / 0;
  return Math.log(-Math.PI / (x * Math.abs(sinPi(x)))) - lgamma(-x);
}
