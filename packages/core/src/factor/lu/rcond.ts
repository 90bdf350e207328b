import { divideFactored, type LUFactors, zeroPivot } from './divide.ts';
import { equilibrate, scaleBy } from './equilibrate.ts';

const SCREEN = 64;
const w = /* @__PURE__ */ new Float64Array(SCREEN);

/**
 * True only if the 1-norm condition number of the equilibrated matrix is below 1/ε for certain.
 *
 * With M(T) the comparison matrix (|t_ii| on, -|t_ij| off the diagonal), |L⁻ᵀU⁻ᵀ|e <= M(L)⁻ᵀM(U)⁻ᵀe (Higham 2002, §8.3):
 * n² operations. The bound grows exponentially for large random matrices; it is there for the small ones, where an
 * estimate would cost as much as all else.
 */
export function surelyWellConditioned(factors: LUFactors, m: number): boolean {
  const { n, members, F, S } = factors;
  if (n > SCREEN || zeroPivot(factors, m) >= 0) return false;
  const f = m * n * n;
  for (let i = 0; i < n; i++) w[i] = 1;
  for (let i = 0; i < n; i++) {
    const p = f + i * n;
    w[i] /= Math.abs(F[p + i]);
    for (let j = i + 1; j < n; j++) w[j] += Math.abs(F[p + j]) * w[i];
  }
  let norm = 0;
  for (let i = n - 1; i >= 0; i--) {
    const p = f + i * n;
    if (w[i] > norm) norm = w[i];
    for (let j = 0; j < i; j++) w[j] += Math.abs(F[p + j]) * w[i];
  }
  // Equilibrating to powers of two multiplies the condition number by 8n² at most (van der Sluis 1969).
  return norm * n * F[members * n * n + m] * (S ? 1 : 8 * n * n) < 2 ** 52;
}

const sumAbs = (x: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
};

/**
 * Estimate of 1/(‖M‖₁‖M⁻¹‖₁) for the equilibrated matrix M of member m: in [0, 1], 1 for n = 0, 0 for exactly singular.
 *
 * ‖M⁻¹‖₁ by Hager's method with Higham's alternating vector (Higham 1988, Algorithm 4.1; LAPACK's dlacon): a lower
 * bound, almost always within a factor of 3.
 *
 * The first vector is a random one, which sees at least 10⁻⁷ of the norm with probability near 1 - 10⁻⁷√n. `coarse` stops
 * there if that leaves the matrix well conditioned beyond doubt: the rest only makes the estimate sharper.
 */
export function rcondOf(f: LUFactors, m: number, A: Float64Array, coarse = false): number {
  const { n } = f;
  if (n === 0) return 1;
  if (zeroPivot(f, m) >= 0) return 0;
  // Where A itself was factored, M⁻¹ = C⁻¹·A⁻¹·R⁻¹.
  const S = f.S ?? new Float64Array(2 * n);
  const r = f.S ? 2 * n * m : 0;
  if (!f.S) equilibrate(n, A, m * n * n, n, 1, S, 0, n);
  const sums = new Float64Array(n);
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    scaleBy(1, n, S, r + i, r + n, A, (m * n + i) * n, row, 0);
    for (let j = 0; j < n; j++) sums[j] += Math.abs(row[j]);
  }
  const unscale = (at: number, x: Float64Array) => {
    if (!f.S) for (let i = 0; i < n; i++) x[i] /= S[at + i];
  };
  const divide = (transposed: boolean, x: Float64Array) => {
    unscale(transposed ? n : 0, x);
    divideFactored(f, m, transposed, 1, x, 0);
    unscale(transposed ? 0 : n, x);
    return sumAbs(x);
  };
  const normM = sums.reduce((max, s) => Math.max(max, s));
  let seed = 1;
  const x = sums.map(() => {
    seed = (seed * 16807) % 2147483647;
    return seed - 2 ** 30;
  });
  const start = sumAbs(x);
  let norm = divide(false, x) / start;
  if (coarse && normM * norm < 1e8) return 1 / (normM * norm);
  for (let step = 0, last = -1; step < 4; step++) {
    const z = x.map((v) => (v < 0 ? -1 : 1));
    divide(true, z);
    const at = z.reduce((best, v, i) => (Math.abs(v) > Math.abs(z[best]) ? i : best), 0);
    if (at === last) break;
    last = at;
    x.fill(0);
    x[at] = 1;
    const next = divide(false, x);
    if (next <= norm) break;
    norm = next;
  }
  const alternating = x.map((_, i) => (1 - 2 * (i % 2)) * (1 + i / Math.max(1, n - 1)));
  norm = Math.max(norm, (2 * divide(false, alternating)) / (3 * n));
  const rcond = 1 / (normM * norm);
  return rcond >= 0 ? Math.min(rcond, 1) : 0;
}
