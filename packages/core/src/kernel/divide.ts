import { type DivideWork, divideMerge } from './divideMerge.ts';
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
    for (let i = 0, p = zOff; i < n; i++, p += zRow + 1) Z[p] = 1;
    return Math.min(0, ql(n, d, e, o, n, Z, zOff, zRow));
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

/** Z := Zᵀ, n×n. */
export function transposeInPlace(n: number, Z: Float64Array, zOff: number, zRow: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0, p = zOff + i * zRow, q = zOff + i; j < i; j++, p++, q += zRow) {
      const x = Z[p];
      Z[p] = Z[q];
      Z[q] = x;
    }
  }
}
