import type { NdArray } from '../array.ts';
import { trsm } from '../kernel/trsm.ts';
import { inverseNorm } from './lu/inverseNorm.ts';

type Divide = (transposed: boolean, x: Float64Array) => void;

/** 1/(‖M‖₁‖M⁻¹‖₁) by the estimate of ‖M⁻¹‖₁: O(n²). */
function rcondOf(n: number, norm: number, divide: Divide): number {
  const rcond = 1 / (norm * inverseNorm(n, divide));
  return rcond >= 0 ? Math.min(rcond, 1) : 0;
}

/** Of A = L·Lᵀ at `at`, scaled to ones on the diagonal: what its solutions and its log-determinant lose goes by that (Demmel 1989). */
export function rcondOfCholesky(n: number, A: Float64Array, L: Float64Array, at: number): number {
  if (n === 0) return 1;
  const d = Float64Array.from({ length: n }, (_, i) => Math.sqrt(A[at + i * (n + 1)]));
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const a = Math.abs(A[at + i * n + j]) / d[i] / d[j];
      sums[j] += a;
      if (j < i) sums[i] += a;
    }
  }
  const scale = (x: Float64Array) => {
    for (let i = 0; i < n; i++) x[i] *= d[i];
  };
  return rcondOf(n, Math.max(...sums), (_, x) => {
    scale(x);
    trsm(false, false, n, 1, L, at, n, 1, x, 0, 1);
    trsm(true, false, n, 1, L, at, 1, n, x, 0, 1);
    scale(x);
  });
}

/** Of the n×n upper triangle of R at `at`, with its columns scaled to length 1. */
export function rcondOfTriangle(n: number, R: Float64Array, at: number): number {
  if (n === 0) return 1;
  const c = new Float64Array(n);
  const sums = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    if (R[at + j * (n + 1)] === 0) return 0;
    for (let i = 0; i <= j; i++) c[j] = Math.hypot(c[j], R[at + i * n + j]);
    for (let i = 0; i <= j; i++) sums[j] += Math.abs(R[at + i * n + j]) / c[j];
  }
  const scale = (x: Float64Array) => {
    for (let i = 0; i < n; i++) x[i] *= c[i];
  };
  return rcondOf(n, Math.max(...sums), (transposed, x) => {
    if (transposed) {
      scale(x);
      trsm(false, false, n, 1, R, at, 1, n, x, 0, 1);
    } else {
      trsm(true, false, n, 1, R, at, n, 1, x, 0, 1);
      scale(x);
    }
  });
}

/** Smallest over largest absolute value of the k numbers at `at`, 1 for none, 0 where all are 0. */
export function ratioOf(k: number, { data }: NdArray, at: number): number {
  const sizes = data.subarray(at, at + k).map(Math.abs);
  const largest = sizes.reduce((max, s) => Math.max(max, s), 0);
  return k === 0 ? 1 : largest === 0 ? 0 : sizes.reduce((min, s) => Math.min(min, s)) / largest;
}
