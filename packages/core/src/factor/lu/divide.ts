import { swapRows } from '../../kernel/swapRows.ts';
import { trsm } from '../../kernel/trsm.ts';

/** The numbers behind the LU of a stack: P·M·Q = L·U for each member, where M is A or R·A·C. */
export interface LUFactors {
  readonly n: number;
  readonly members: number;
  /** L below, U on and above the diagonal, [member, n, n]; behind them, per member, a bound on max|M|. */
  readonly F: Float64Array;
  /** Row exchanges, [member, n]; behind them, per member, the first pivot that is exactly zero, or -1. */
  readonly piv: Int32Array;
  /** Column exchanges; null where no member needed complete pivoting. */
  colPiv: Int32Array | null;
  /** Powers of two R and C, [member, 2, n]; null where no member needed scaling. */
  S: Float64Array | null;
}

/** First pivot of member m that is exactly zero, or -1. */
export const zeroPivot = ({ n, members, piv }: LUFactors, m: number): number => piv[members * n + m];

/** X := M⁻¹·X or M⁻ᵀ·X in place, where M = R·A·C is the matrix that was factored; X is row-major n×k. */
export function divideFactored(
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
  const { n, S } = f;
  const r = 2 * n * m;
  if (S) scaleRows(n, k, S, transposed ? r + n : r, X, xOff);
  divideFactored(f, m, transposed, k, X, xOff);
  if (S) scaleRows(n, k, S, transposed ? r : r + n, X, xOff);
}
