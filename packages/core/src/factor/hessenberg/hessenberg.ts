import { type NdArray, sizeOf } from '../../array.ts';
import { hessenbergInPlace } from '../../kernel/hessenbergInPlace.ts';
import { normalised, rescale, SAFE } from '../schur/normalise.ts';

/** Hessenberg forms A = Q·H·Qᵀ of a stack. */
export interface Hessenberg {
  /** [..., n, n], zero below the first subdiagonal. */
  readonly H: NdArray;
  /** [..., n, n], orthogonal. */
  readonly Q: NdArray;
}

/** Reduces each member of a stack [..., n, n] to Hessenberg form by Householder reflectors. */
export function hessenberg(A: NdArray): Hessenberg {
  const n = A.shape[A.shape.length - 1];
  const members = sizeOf(A.shape.slice(0, -2));
  const H = new Float64Array(A.data.length);
  const Q = new Float64Array(A.data.length);
  for (let m = 0, a = 0; m < members; m++, a += n * n) {
    const e = normalised(n * n, A.data, a, H, a, SAFE);
    hessenbergInPlace(n, H, a, 0, n - 1, Q, a);
    rescale(n * n, H, a, e);
  }
  return { H: { shape: A.shape, data: H }, Q: { shape: A.shape, data: Q } };
}
