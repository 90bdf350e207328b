import { type NdArray, sizeOf } from '../../array.ts';
import { gemm } from '../../kernel/gemm.ts';
import { svd } from '../gesvd/svd.ts';

/** Polar decompositions of a stack: A = U·P if m >= n, A = P·U if m < n. */
export interface Polar {
  /** [..., m, n]; its columns are orthonormal, or its rows if m < n. The nearest such matrix to A. */
  readonly U: NdArray;
  /** [..., k, k], k = min(m, n), symmetric positive semidefinite. */
  readonly P: NdArray;
}

/** Decomposes each member of a stack [..., m, n] by A = X·diag(s)·Yᵀ: U = X·Yᵀ, P = Y·diag(s)·Yᵀ (X·diag(s)·Xᵀ if m < n). */
export function polar(A: NdArray, op: string): Polar {
  const { U: X, s, V: Y } = svd(A, op);
  const axes = A.shape.length - 2;
  const [m, n] = A.shape.slice(axes);
  const stack = A.shape.slice(0, axes);
  const k = Math.min(m, n);
  const members = sizeOf(stack);
  const U = new Float64Array(members * m * n);
  const P = new Float64Array(members * k * k);
  const Q = m >= n ? Y.data : X.data;
  const scaled = new Float64Array(k * k);
  for (let i = 0; i < members; i++) {
    const p = i * k * k;
    gemm(m, n, k, 1, X.data, i * m * k, k, 1, Y.data, i * n * k, 1, k, 0, U, i * m * n, n);
    for (let j = 0; j < k * k; j++) scaled[j] = Q[p + j] * s.data[i * k + (j % k)];
    gemm(k, k, k, 1, scaled, 0, k, 1, Q, p, 1, k, 0, P, p, k);
    for (let r = 0; r < k; r++) {
      for (let c = 0; c < r; c++) {
        const mean = P[p + r * k + c] / 2 + P[p + c * k + r] / 2;
        P[p + r * k + c] = mean;
        P[p + c * k + r] = mean;
      }
    }
  }
  return { U: { shape: A.shape, data: U }, P: { shape: [...stack, k, k], data: P } };
}
