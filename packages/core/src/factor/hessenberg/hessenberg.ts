import { type NdArray, sizeOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { hessenbergInPlace } from '../../kernel/hessenbergInPlace.ts';
import { normalised, rescale, SAFE } from '../schur/normalise.ts';

/** Hessenberg forms A = Q·H·Qᵀ of a stack. */
export interface Hessenberg {
  /** [..., n, n], zero below the first subdiagonal, which is nonnegative. */
  readonly H: NdArray;
  /** [..., n, n], orthogonal. */
  readonly Q: NdArray;
}

/** Signs that make the first subdiagonal of H nonnegative. */
function orient(n: number, H: Float64Array, h: number, Q: Float64Array, q: number): void {
  for (let j = 0; j + 1 < n; j++) {
    if (!(H[h + (j + 1) * n + j] < 0)) continue;
    for (let i = 0, p = j + 1; i < n; i++, p += n) {
      // No -0 below the subdiagonal.
      Q[q + p] = 0 - Q[q + p];
      H[h + p] = 0 - H[h + p];
    }
    for (let k = 0, p = h + (j + 1) * n; k < n; k++, p++) H[p] = 0 - H[p];
  }
}

/** The Hessenberg form of the finite matrix at A[a], to H[h] and Q[q]. */
export function hessenbergMember(
  n: number,
  A: Float64Array,
  a: number,
  H: Float64Array,
  h: number,
  Q: Float64Array,
  q: number,
): void {
  const e = normalised(n * n, A, a, H, h, SAFE);
  hessenbergInPlace(n, H, h, 0, n - 1, Q, q);
  rescale(n * n, H, h, e);
  orient(n, H, h, Q, q);
}

/** Reduces each member of a stack [..., n, n] to Hessenberg form by Householder reflectors. */
export function hessenberg(A: NdArray): Hessenberg {
  const n = A.shape[A.shape.length - 1];
  const members = sizeOf(A.shape.slice(0, -2));
  const H = allocate(A.data.length);
  const Q = allocate(A.data.length);
  for (let m = 0, a = 0; m < members; m++, a += n * n) hessenbergMember(n, A.data, a, H, a, Q, a);
  return { H: { shape: A.shape, data: H }, Q: { shape: A.shape, data: Q } };
}
