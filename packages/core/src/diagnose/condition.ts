import { divide, type LUFactors, zeroPivot } from '../factor/lu/divide.ts';
import { scaleBy } from '../factor/lu/equilibrate.ts';
import { inverseNorm } from '../factor/lu/inverseNorm.ts';
import { exponent, ldexp } from '../kernel/exponent.ts';

function largest(n: number, X: Float64Array, off: number, upper: boolean): number {
  let max = 0;
  for (let i = 0; i < n; i++) {
    for (let j = upper ? i : 0; j < n; j++) max = Math.max(max, Math.abs(X[off + i * n + j]));
  }
  return max;
}

/** ‖A·2^-e‖₁ of member m. */
function oneNorm(n: number, A: Float64Array, m: number, e: number): number {
  const sums = new Float64Array(n);
  for (let p = 0; p < n * n; p++) sums[p % n] += Math.abs(ldexp(A[m * n * n + p], -e));
  return sums.reduce((max, s) => Math.max(max, s));
}

/**
 * Estimate of 1/(‖A‖₁‖A⁻¹‖₁) for member m as it stands, without equilibration: O(n²).
 *
 * 0 where A is exactly singular, or so badly scaled that its condition number is no double.
 */
export function plainRcond(f: LUFactors, m: number, A: Float64Array): number {
  const { n } = f;
  if (n === 0) return 1;
  if (zeroPivot(f, m) >= 0) return 0;
  const e = exponent(largest(n, A, m * n * n, false));
  // 2^e·A⁻¹, half of the power before and half after, so that neither is out of range.
  const half = Math.trunc(e / 2);
  const shift = (x: Float64Array, by: number) => {
    for (let i = 0; i < n; i++) x[i] = ldexp(x[i], by);
  };
  const norm = inverseNorm(n, (transposed, x) => {
    shift(x, half);
    divide(f, m, transposed, 1, x, 0);
    shift(x, e - half);
  });
  const rcond = 1 / (norm * oneNorm(n, A, m, e));
  return rcond >= 0 ? Math.min(rcond, 1) : 0;
}

/** max|U| / max|M| for the matrix M = R·A·C that elimination factored: how far its entries grew. */
export function growthOf(f: LUFactors, m: number, A: Float64Array): number {
  const { n, F } = f;
  const off = m * n * n;
  const S = f.S ?? new Float64Array(2 * n).fill(1);
  const r = f.S ? 2 * n * m : 0;
  const M = new Float64Array(n * n);
  scaleBy(n, n, S, r, r + n, A, off, M, 0);
  const size = largest(n, M, 0, false);
  return size === 0 ? 1 : largest(n, F, off, true) / size;
}
