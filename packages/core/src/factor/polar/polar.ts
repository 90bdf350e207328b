import { type NdArray, sizeOf } from '../../array.ts';
import { svd } from '../gesvd/svd.ts';
import { polarMember } from './member.ts';

/** Polar decompositions of a stack: A = U·P if m >= n, A = P·U if m < n. */
export interface Polar {
  /** [..., m, n]; its columns are orthonormal, or its rows if m < n. The nearest such matrix to A. */
  readonly U: NdArray;
  /** [..., k, k], k = min(m, n), symmetric positive semidefinite. */
  readonly P: NdArray;
}

/** Decomposes each member of a stack [..., m, n] by its singular value decomposition. */
export function polar(A: NdArray, op: string): Polar {
  const { U: X, s, V: Y } = svd(A, op);
  const axes = A.shape.length - 2;
  const [m, n] = A.shape.slice(axes);
  const stack = A.shape.slice(0, axes);
  const k = Math.min(m, n);
  const members = sizeOf(stack);
  const U = new Float64Array(members * m * n);
  const P = new Float64Array(members * k * k);
  const W = new Float64Array(k * k);
  for (let i = 0; i < members; i++) {
    polarMember(m, n, X.data, i * m * k, s.data, i * k, Y.data, i * n * k, U, i * m * n, P, i * k * k, W);
  }
  return { U: { shape: A.shape, data: U }, P: { shape: [...stack, k, k], data: P } };
}
