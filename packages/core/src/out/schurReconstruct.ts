import { hessenbergReconstruct } from './hessenbergReconstruct.ts';

/**
 * The matrices whose form `schur` left, into `out`: A_i = Q_i·T_i·Q_iᵀ.
 *
 * @param n size of the matrices
 * @param T n×n matrices, row by row, one after the other
 * @param Q orthogonal matrices, likewise
 * @param out room for as many matrices; it must overlap neither
 * @param count how many
 * @param tOff where T starts in its array
 * @param qOff where Q starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { schurReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * schurReconstruct(2, Float64Array.of(3, 1, 0, 2), Float64Array.of(1, 0, 0, 1), A);
 * Array.from(A) //=> [3, 1, 0, 2]
 */
export function schurReconstruct(
  n: number,
  T: Float64Array,
  Q: Float64Array,
  out: Float64Array,
  count = 1,
  tOff = 0,
  qOff = 0,
  outOff = 0,
): void {
  hessenbergReconstruct(n, T, Q, out, count, tOff, qOff, outOff);
}
