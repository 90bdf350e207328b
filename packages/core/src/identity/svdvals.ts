import type { ArrayInput, NdArray } from '../array.ts';
import { eigvalsh } from './eigvalsh.ts';
import { gather } from './gather.ts';
import { descending, dilation } from './indexMaps.ts';
import { toValue } from './prepare.ts';
import { reshape } from './reshape.ts';

/**
 * Singular values of a matrix, as the largest eigenvalues of [0 A; Aᵀ 0].
 *
 * @param A m×n matrix
 * @returns s, min(m, n) singular values, descending
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from derivatives that treat the copies of a repeated singular value differently
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(svdvals([[0, 2], [3, 0]])) //=> [3, 2]
 */
export function svdvals(A: ArrayInput): NdArray {
  const { shape } = toValue('svdvals', A, 0);
  const k = Math.min(...shape.slice(-2));
  const w = eigvalsh(gather(A, dilation));
  return reshape(gather(reshape(w, [...w.shape, 1]), descending(k)), [...shape.slice(0, -2), k]);
}
