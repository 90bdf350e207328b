import type { ArrayInput, NdArray } from '../array.ts';
import { eigvalsh } from '../factor/eigh/eigvalsh.ts';
import { clustersOf } from '../factor/eigh/gapFactor.ts';
import { broadcastTo } from './broadcastTo.ts';
import { eigh } from './eigh.ts';
import { matmul } from './matmul.ts';
import { sym } from './sym.ts';
import { transpose } from './transpose.ts';

/**
 * One-sided derivatives of the eigenvalues of a symmetric matrix along a direction, at repeated eigenvalues too.
 *
 * There eigenvalues have no gradient, but they do have a slope in every direction: w(A + tE) = w + t·s + O(t²) for t > 0. It is no
 * linear function of E, and is not differentiated itself.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2
 * @param E n×n direction, taken as (E+Eᵀ)/2
 * @returns s, n slopes in the order of the eigenvalues: for each cluster the eigenvalues of V_kᵀ·E·V_k, ascending
 * @throws {ShapeError} if the matrices are not square and of one size
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {DomainError} under differentiation
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(eigvalshDirectional([[1, 0], [0, 1]], [[0, 2], [2, 0]])) //=> [-2, 2]
 */
export function eigvalshDirectional(A: ArrayInput, E: ArrayInput): NdArray {
  const [w, V] = eigh(A);
  const M = sym(matmul(matmul(transpose(V), E), V));
  const shape = M.shape.slice(0, -1);
  const n = shape[shape.length - 1];
  const values = broadcastTo(w, shape).data;
  const data = new Float64Array(M.data.length / Math.max(1, n));
  const label = new Int32Array(data.length);
  for (let at = 0; at < data.length; at += n) {
    clustersOf(n, values, at, label);
    for (let i = 0, end = 0; i < n; i = end) {
      while (end < n && label[at + end] === label[at + i]) end++;
      const size = end - i;
      const block = Float64Array.from({ length: size * size }, (_, p) => {
        return M.data[(at + i + Math.floor(p / size)) * n + i + (p % size)];
      });
      data.set(eigvalsh({ shape: [size, size], data: block }, 'eigvalshDirectional').data, at + i);
    }
  }
  return { shape, data };
}
