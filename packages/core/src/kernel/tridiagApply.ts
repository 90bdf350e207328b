import { gemm } from './gemm.ts';

const NB = 32;

/** Numbers of workspace that tridiagApply needs for k columns. */
export const tridiagApplyWork = (n: number, k: number): number => NB * (n + 2 * k + NB);

/**
 * Z := Q·Z for n×k Z and the reflectors that tridiag left in A, NB at a time as I - Vᵀ·T·V (Schreiber and Van Loan 1989).
 */
export function tridiagApply(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  tau: Float64Array,
  k: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  work: Float64Array,
): void {
  const G = NB * n;
  const H = G + NB * k;
  const T = H + NB * k;
  for (let first = 1; first < n; first += NB) {
    const count = Math.min(NB, n - first);
    const length = first + count - 1;
    // Row i of V: v of reflector first + i.
    for (let i = 0; i < count; i++) {
      const row = aOff + (first + i) * aRow;
      for (let j = 0; j < first + i; j++) work[i * n + j] = A[row + j];
      for (let j = first + i; j < length; j++) work[i * n + j] = 0;
    }
    // (I - tau·vᵀ·v)·(I - Vᵀ·T·V) adds the row [-tau·(v·Vᵀ)·T, tau] to T, which is lower triangular.
    gemm(count, count, length, 1, work, 0, n, 1, work, 0, 1, n, 0, work, T, NB);
    for (let i = 0; i < count; i++) {
      const t = tau[first + i];
      const row = T + i * NB;
      for (let j = 0; j < i; j++) {
        let s = 0;
        for (let l = j; l < i; l++) s += work[row + l] * work[T + l * NB + j];
        work[row + j] = -t * s;
      }
      work[row + i] = t;
      for (let j = i + 1; j < count; j++) work[row + j] = 0;
    }
    gemm(count, k, length, 1, work, 0, n, 1, Z, zOff, zRow, 1, 0, work, G, k);
    gemm(count, k, count, 1, work, T, NB, 1, work, G, k, 1, 0, work, H, k);
    gemm(length, k, count, -1, work, 0, 1, n, work, H, k, 1, 1, Z, zOff, zRow);
  }
}
