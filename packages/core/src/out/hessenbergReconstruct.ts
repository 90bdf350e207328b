import { gemm } from '../kernel/gemm.ts';
import { workspace } from '../kernel/workspace.ts';

/**
 * The matrices whose form `hessenberg` left, into `out`: A_i = Q_i·H_i·Q_iᵀ.
 *
 * @param n size of the matrices
 * @param H n×n matrices, row by row, one after the other
 * @param Q orthogonal matrices, likewise
 * @param out room for as many matrices; it must overlap neither
 * @param count how many
 * @param hOff where H starts in its array
 * @param qOff where Q starts in its array
 * @param outOff where the matrices start in theirs
 * @example
 * import { hessenbergReconstruct } from '@matgrad/core/kernel';
 * const A = new Float64Array(4);
 * hessenbergReconstruct(2, Float64Array.of(1, -2, 3, 4), Float64Array.of(1, 0, 0, -1), A);
 * Array.from(A) //=> [1, 2, -3, 4]
 */
export function hessenbergReconstruct(
  n: number,
  H: Float64Array,
  Q: Float64Array,
  out: Float64Array,
  count = 1,
  hOff = 0,
  qOff = 0,
  outOff = 0,
): void {
  const size = n * n;
  const X = workspace(size);
  for (let i = 0, h = hOff, q = qOff; i < count; i++, h += size, q += size) {
    gemm(n, n, n, 1, Q, q, n, 1, H, h, n, 1, 0, X, 0, n);
    gemm(n, n, n, 1, X, 0, n, 1, Q, q, 1, n, 0, out, outOff + i * size, n);
  }
}
