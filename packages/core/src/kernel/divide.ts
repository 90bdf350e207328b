import { type DivideWork, divideMerge } from './divideMerge.ts';
import { lanes } from './lanes.ts';
import { ql } from './ql.ts';

const LEAF = 16;

/**
 * Eigenvalues of the symmetric tridiagonal matrix with diagonal d[o..o+n) and off-diagonal e[o..o+n-1), entries about 1,
 * and its eigenvectors in the rows of the n×n matrix Z, which holds zeros at first; by divide and conquer. Unordered.
 *
 * @returns 0, or -1 if an iteration did not converge
 */
export function divide(
  n: number,
  d: Float64Array,
  e: Float64Array,
  o: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  work: DivideWork,
): number {
  if (n <= LEAF) {
    lanes.unit(0, n);
    const sweeps = ql(n, d, e, o, n);
    lanes.store(0, n, n, Z, zOff, 1, zRow);
    return Math.min(0, sweeps);
  }
  const half = n >> 1;
  const beta = e[o + half - 1];
  // T = diag(T₁, T₂) + |beta|·u·uᵀ, u = (0, ..., 1, ±1, ..., 0)
  d[o + half - 1] -= Math.abs(beta);
  d[o + half] -= Math.abs(beta);
  if (divide(half, d, e, o, Z, zOff, zRow, work) < 0) return -1;
  if (divide(n - half, d, e, o + half, Z, zOff + half * (zRow + 1), zRow, work) < 0) return -1;
  return divideMerge(n, half, beta, d, o, Z, zOff, zRow, work);
}
