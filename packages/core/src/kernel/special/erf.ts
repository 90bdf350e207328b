import { polynomial } from './polynomial.ts';

// Both tables interpolate at Chebyshev's points (computed with 60 digits); what they leave is below 2^-56.

/** (erf(x) - x)/x in x², for |x| ≤ 1. */
const SMALL = [
  0.1283791670955126, -0.37612638903183754, 0.11283791670955126, -0.026866170645131218, 0.005223977625441674,
  -0.0008548327023403001, 0.00012055332978879483, -1.4925650236967501e-5, 1.6462110782018636e-6,
  -1.636576864883207e-7, 1.4806027146128752e-8, -1.2277734486795524e-9, 9.323723518153027e-11,
  -6.1967364287877e-12, 2.8067128195611264e-13,
];

/** (1 + 2x)·exp(x²)·erfc(x) in (x - 3.75)/(x + 3.75), for x ≥ ½, after Shepherd and Laframboise 1981. */
const SCALED = [
  1.2375126308378275, -0.14024059858554705, 0.0035854154854635945, 0.08227673849015363, -0.1088039301417014,
  0.09230432116009293, -0.05869339859068783, 0.028362277423502193, -0.009746579546119398,
  0.0017556258114219754, 0.00029371358733237064, -0.0002901538424689645, 5.1649414777276246e-5,
  2.2383335147291994e-5, -1.1444936820397481e-5, -9.712456969541238e-7, 1.7527989289960416e-6,
  -6.117964606237227e-8, -2.594380461501961e-7, 2.761506305127052e-8, 3.842376125685866e-8,
  -6.518551384493442e-9, -4.445087402498344e-9, 1.0914584413883488e-9, 9.095495845398696e-11,
];

const small = (x: number): number => x * polynomial(SMALL, x * x);

/** y·exp(-x²): the square of the leading half of x is exact. */
function damp(y: number, x: number): number {
  const h = Math.fround(x);
  const z = y * Math.exp(-h * h);
  return z + z * Math.expm1((h - x) * (h + x));
}

/** e^(x²)·erfc(x) for x ≥ ½. */
export const scaledErfc = (x: number): number => polynomial(SCALED, (x - 3.75) / (x + 3.75)) / (1 + 2 * x);

/** Complementary error function, to a few units in the last place also where it is tiny. */
export function erfc(x: number): number {
  if (x > 28) return 0;
  if (x >= 0.5) return damp(scaledErfc(x), x);
  return x > -1 ? 1 - x - small(x) : 2 - erfc(-x);
}

/** Error function. */
export const erf = (x: number): number =>
  Math.abs(x) < 1 ? x + small(x) : Math.sign(x) * (1 - erfc(Math.abs(x)));

/** Inverse error function: a rough inverse (Winitzki 2008), and two steps of Halley's iteration, which cube the error. */
export function erfinv(y: number): number {
  const a = Math.abs(y);
  if (!(a < 1)) return y / 0;
  const l = Math.log1p(-a * a);
  const b = 2 / (Math.PI * 0.147) + l / 2;
  // √(b² - l/a) - b without cancellation.
  let x = Math.sqrt(-l / 0.147 / (Math.sqrt(b * b - l / 0.147) + b));
  for (let step = 0; step < 2; step++) {
    const error = a < 0.5 ? erf(x) - a : 1 - a - erfc(x);
    const newton = (error * Math.sqrt(Math.PI)) / 2 / damp(1, x);
    x -= newton / (1 + x * newton);
  }
  return y < 0 ? -x : x;
}
