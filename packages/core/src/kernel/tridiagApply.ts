import { tridiagReflect, tridiagReflectWork } from './tridiagReflect.ts';

const NB = 64;

/** Numbers of workspace that tridiagApply needs for k columns. */
export const tridiagApplyWork = (n: number, k: number): number => NB * n + tridiagReflectWork(NB, k);

/** Z := Q·Z for n×k Z and the reflectors that tridiag left in A. */
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
  const rest = work.subarray(NB * n);
  for (let first = 1; first < n; first += NB) {
    const count = Math.min(NB, n - first);
    const length = first + count - 1;
    for (let i = 0; i < count; i++) {
      const row = aOff + (first + i) * aRow;
      for (let j = 0; j < first + i; j++) work[i * n + j] = A[row + j];
      for (let j = first + i; j < length; j++) work[i * n + j] = 0;
    }
    tridiagReflect(true, count, length, work, 0, n, tau, first, k, Z, zOff, zRow, rest);
  }
}
