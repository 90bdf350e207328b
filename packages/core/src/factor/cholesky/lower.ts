import { type NdArray, sizeOf } from '../../array.ts';
import { NotPositiveDefiniteError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { once } from '../once.ts';
import { choleskyFactor } from './factor.ts';
import { fourCholesky } from './four.ts';
import { smallCholesky } from './small.ts';

// Below this, a copy of the lower triangle first would cost as much as the arithmetic.
const SMALL = 8;

/**
 * Lower Cholesky factor of the n×n matrix at A[a], of which the lower triangle is read, to F[f]: zero above the diagonal before.
 *
 * @returns the index of the first pivot that is not positive (F then holds it on its diagonal), or -1
 */
export function choleskyInto(n: number, A: Float64Array, a: number, F: Float64Array, f: number): number {
  if (n === 4) return fourCholesky(A, a, F, f);
  if (n <= SMALL) return smallCholesky(n, A, a, F, f);
  for (let i = 0, p = a, q = f; i < n; i++, p += n, q += n) for (let j = 0; j <= i; j++) F[q + j] = A[p + j];
  return choleskyFactor(n, F, f);
}

/**
 * L of each member of a stack [..., n, n], zero above the diagonal, from the lower triangle of A; `op` names the caller.
 *
 * No threshold on the condition: the accuracy of Cholesky follows that of the matrix scaled to unit diagonal (Demmel 1989).
 */
export const lowerCholesky = (A: NdArray, op: string): NdArray => once('Cholesky', A, op, lower);

function lower({ shape, data }: NdArray, op: string): NdArray {
  const axes = shape.length - 2;
  const n = shape[axes];
  const members = axes === 0 ? 1 : sizeOf(shape.slice(0, axes));
  const F = allocate(members * n * n);
  for (let m = 0; m < members; m++) {
    const a = m * n * n;
    const pivot = choleskyInto(n, data, a, F, a);
    if (pivot >= 0) {
      throw new NotPositiveDefiniteError(op, pivot, F[a + pivot * (n + 1)], axes === 0 ? undefined : m);
    }
  }
  return { shape, data: F };
}
