import { svdReconstruct } from './svdReconstruct.ts';

/**
 * The symmetric matrices whose eigenvalues and eigenvectors `eigh` left, into `out`: A_i = V_i·diag(w_i)·V_iᵀ.
 *
 * @param n size of the matrices
 * @param w n numbers for each
 * @param V n×n matrices, row by row, one after the other
 * @param out room for as many matrices; it must not overlap V
 * @param count how many
 * @param wOff where w starts in its array
 * @param vOff where V starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { eighReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * eighReconstruct(2, Float64Array.of(1, 3), Float64Array.of(0, 1, 1, 0), A);
 * Array.from(A) //=> [3, 0, 0, 1]
 */
export function eighReconstruct(
  n: number,
  w: Float64Array,
  V: Float64Array,
  out: Float64Array,
  count = 1,
  wOff = 0,
  vOff = 0,
  outOff = 0,
): void {
  svdReconstruct(n, n, V, w, V, out, count, vOff, wOff, vOff, outOff);
}
