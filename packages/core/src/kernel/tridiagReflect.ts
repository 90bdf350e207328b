import { gemm } from './gemm.ts';

/** Numbers of workspace that tridiagReflect needs. */
export const tridiagReflectWork = (count: number, k: number): number => count * (2 * k + count);

/**
 * Z := H·Z for length×k Z and the product H of the reflectors I - tau_i·v_i·v_iᵀ, where v_i is row i of the count×length
 * matrix P: H_0·H_1···, or ···H_1·H_0 if `reversed`. As I - Pᵀ·T·P with T triangular (Schreiber and Van Loan 1989).
 */
export function tridiagReflect(
  reversed: boolean,
  count: number,
  length: number,
  P: Float64Array,
  pOff: number,
  pRow: number,
  tau: Float64Array,
  tauOff: number,
  k: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  work: Float64Array,
): void {
  const H = count * k;
  const T = H + count * k;
  // (I - tau·vᵀ·v)·(I - Pᵀ·T·P) adds the row [-tau·(v·Pᵀ)·T, tau] to T, which is lower triangular; the product in the
  // other order is the transpose.
  gemm(count, count, length, 1, P, pOff, pRow, 1, P, pOff, 1, pRow, 0, work, T, count);
  for (let i = 0; i < count; i++) {
    const t = tau[tauOff + i];
    const row = T + i * count;
    for (let j = 0; j < i; j++) {
      let s = 0;
      for (let l = j; l < i; l++) s += work[row + l] * work[T + l * count + j];
      work[row + j] = -t * s;
    }
    work[row + i] = t;
    for (let j = i + 1; j < count; j++) work[row + j] = 0;
  }
  const tRow = reversed ? count : 1;
  gemm(count, k, length, 1, P, pOff, pRow, 1, Z, zOff, zRow, 1, 0, work, 0, k);
  gemm(count, k, count, 1, work, T, tRow, reversed ? 1 : count, work, 0, k, 1, 0, work, H, k);
  gemm(length, k, count, -1, P, pOff, 1, pRow, work, H, k, 1, 1, Z, zOff, zRow);
}
