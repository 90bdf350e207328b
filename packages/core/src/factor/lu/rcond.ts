import { divideFactored, type LUFactors, scaleRows, zeroPivot } from './divide.ts';
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

/** ‖M‖₁ of a row-major n×n matrix. */
function norm1(n: number, M: Float64Array): number {
  const sums = new Float64Array(n);
  for (let p = 0; p < n * n; p++) sums[p % n] += Math.abs(M[p]);
  return n === 0 ? 0 : Math.max(...sums);
}

const sumAbs = (x: Float64Array): number => x.reduce((s, v) => s + Math.abs(v), 0);

/**
 * Estimate of 1/(‖M‖₁‖M⁻¹‖₁) for the equilibrated matrix M of member m: in [0, 1], 1 for n = 0, 0 for exactly singular.
 *
 * ‖M⁻¹‖₁ by Hager's method with Higham's alternating vector (Higham 1988, Algorithm 4.1; LAPACK's dlacon): a lower bound, almost
 * always within a factor of 3.
 */
export function rcondOf(f: LUFactors, m: number, A: Float64Array): number {
  const { n } = f;
  if (n === 0) return 1;
  if (zeroPivot(f, m) >= 0) return 0;
  const r = f.S ? 2 * n * m : 0;
  const S = f.S ?? new Float64Array(2 * n);
  if (!f.S) equilibrate(n, A, m * n * n, n, 1, S, 0, n);
  const M = new Float64Array(n * n);
  scaleBy(n, S, r, A, m * n * n, M, 0);
  // M⁻¹ = C⁻¹·A⁻¹·R⁻¹ where A itself was factored.
  const apply = (transposed: boolean, x: Float64Array) => {
    if (!f.S) scaleRows(true, n, 1, S, transposed ? n : 0, x, 0);
    divideFactored(f, m, transposed, 1, x, 0);
    if (!f.S) scaleRows(true, n, 1, S, transposed ? 0 : n, x, 0);
  };
  const x = new Float64Array(n).fill(1 / n);
  const z = new Float64Array(n);
  let estimate = 0;
  for (let step = 0, last = -1; step < 5; step++) {
    apply(false, x);
    const norm = sumAbs(x);
    if (step > 0 && norm <= estimate) break;
    estimate = norm;
    for (let i = 0; i < n; i++) z[i] = x[i] < 0 ? -1 : 1;
    apply(true, z);
    let at = 0;
    for (let i = 1; i < n; i++) if (Math.abs(z[i]) > Math.abs(z[at])) at = i;
    if (at === last) break;
    last = at;
    x.fill(0);
    x[at] = 1;
  }
  for (let i = 0; i < n; i++) x[i] = (i % 2 === 0 ? 1 : -1) * (1 + i / Math.max(1, n - 1));
  apply(false, x);
  estimate = Math.max(estimate, (2 * sumAbs(x)) / (3 * n));
  const rcond = 1 / (norm1(n, M) * estimate);
  return rcond <= 1 ? rcond : rcond > 1 ? 1 : 0;
}
