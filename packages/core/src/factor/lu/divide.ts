import { swapRows } from '../../kernel/swapRows.ts';
import { trsm } from '../../kernel/trsm.ts';

/** The numbers behind an LU of a stack: P·(R·A·C)·Q = L·U for each member. */
export interface LUFactors {
  readonly n: number;
  readonly members: number;
  /** L below, U on and above the diagonal, [member, n, n]; behind them R and C, [member, 2, n], powers of two. */
  readonly F: Float64Array;
  readonly piv: Int32Array;
  /** Column exchanges; null where no member needed complete pivoting. */
  readonly colPiv: Int32Array | null;
  /** Per member the first pivot that is exactly zero, or -1. */
  readonly zero: readonly number[];
}

/** Where member m keeps R (n numbers) and after it C (n numbers) in F. */
export const scalesAt = ({ n, members }: LUFactors, m: number): number => members * n * n + 2 * n * m;

/** X := M⁻¹·X or M⁻ᵀ·X in place, where M = R·A·C is the matrix that was factored; X is row-major n×k. */
export function divideEquilibrated(
  { n, F, piv, colPiv }: LUFactors,
  m: number,
  transposed: boolean,
  k: number,
  X: Float64Array,
  xOff: number,
): void {
  const f = m * n * n;
  const first = transposed ? colPiv : piv;
  const last = transposed ? piv : colPiv;
  const row = transposed ? 1 : n;
  const col = transposed ? n : 1;
  if (first) swapRows(false, n, k, first, m * n, X, xOff, k);
  trsm(false, !transposed, n, k, F, f, row, col, X, xOff, k);
  trsm(true, transposed, n, k, F, f, row, col, X, xOff, k);
  if (last) swapRows(true, n, k, last, m * n, X, xOff, k);
}

function scaleRows(n: number, k: number, S: Float64Array, sOff: number, X: Float64Array, xOff: number): void {
  for (let i = 0, p = xOff; i < n; i++) {
    const s = S[sOff + i];
    for (const end = p + k; p < end; p++) X[p] *= s;
  }
}

/** X := A⁻¹·X or A⁻ᵀ·X in place: A⁻¹ = C·M⁻¹·R, A⁻ᵀ = R·M⁻ᵀ·C. */
export function divide(
  f: LUFactors,
  m: number,
  transposed: boolean,
  k: number,
  X: Float64Array,
  xOff: number,
): void {
  const r = scalesAt(f, m);
  const c = r + f.n;
  scaleRows(f.n, k, f.F, transposed ? c : r, X, xOff);
  divideEquilibrated(f, m, transposed, k, X, xOff);
  scaleRows(f.n, k, f.F, transposed ? r : c, X, xOff);
}
