import { divideFactored, type LUFactors, zeroPivot } from './divide.ts';
import { equilibrate, scaledNorm } from './equilibrate.ts';
import { inverseNorm } from './inverseNorm.ts';

const SCREEN = 32;
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

/**
 * Estimate of 1/(‖M‖₁‖M⁻¹‖₁) for the equilibrated matrix M of member m, which is at A[a]: in [0, 1], 1 for n = 0, 0 for exactly singular.
 *
 * `coarse` takes the first estimate if that leaves the matrix well conditioned beyond doubt.
 */
export function rcondOf(f: LUFactors, m: number, A: Float64Array, a: number, coarse = false): number {
  const { n } = f;
  if (n === 0) return 1;
  if (zeroPivot(f, m) >= 0) return 0;
  if (coarse) {
    // The condition number is below 4n·max|A|·‖A⁻¹‖₁ as in invertJudged, whatever the scaling would be.
    const norm = inverseNorm(n, (transposed, x) => divideFactored(f, m, transposed, 1, x, 0), 1 / 0);
    if (4 * n * f.F[f.members * n * n + m] * norm < 1e8) return 1;
  }
  // Where A itself was factored, M⁻¹ = C⁻¹·A⁻¹·R⁻¹.
  const S = f.S ?? new Float64Array(2 * n);
  const r = f.S ? 2 * n * m : 0;
  if (!f.S) equilibrate(n, A, a, n, 1, S, 0, n);
  const unscale = (at: number, x: Float64Array) => {
    if (!f.S) for (let i = 0; i < n; i++) x[i] /= S[at + i];
  };
  const divide = (transposed: boolean, x: Float64Array) => {
    unscale(transposed ? n : 0, x);
    divideFactored(f, m, transposed, 1, x, 0);
    unscale(transposed ? 0 : n, x);
  };
  const normM = scaledNorm(n, S, r, r + n, A, a);
  const norm = inverseNorm(n, divide, coarse ? 1e8 / normM : 0);
  const rcond = 1 / (normM * norm);
  return rcond >= 0 ? Math.min(rcond, 1) : 0;
}

/** Whether rcondOf is not below ε, by as little work as that takes. */
export const wellConditioned = (f: LUFactors, m: number, A: Float64Array, a: number): boolean =>
  surelyWellConditioned(f, m) || rcondOf(f, m, A, a, true) >= 2 ** -52;
