import { ldexp } from '../../kernel/exponent.ts';
import { trsm } from '../../kernel/trsm.ts';

/** The numbers behind the LDLᵀ of a stack: P·(2^-shift·A)·Pᵀ = L·D·Lᵀ for each member. */
export interface LDLFactors {
  readonly n: number;
  readonly members: number;
  /** L, [member, n, n]. */
  readonly F: Float64Array;
  /** Diagonal of D, then what stands beside it, [member, 2, n]. */
  readonly D: Float64Array;
  readonly perm: Int32Array;
  readonly shift: Int32Array;
}

/** First pivot of the D at D[d] that is exactly zero or not a number, or -1; 2×2 blocks never are zero. */
export function zeroBlock(n: number, D: Float64Array, d: number): number {
  for (let j = 0; j < n; j++) {
    if (Math.abs(D[d + n + j]) > 0) j++;
    else if (!(Math.abs(D[d + j]) > 0)) return j;
  }
  return -1;
}

/** X := A⁻¹·B for row-major n×k matrices and the factors at F[f], D[d], perm[p]; Y has room for as many, X may be B. */
export function divideLDL(
  n: number,
  k: number,
  F: Float64Array,
  f: number,
  D: Float64Array,
  d: number,
  perm: Int32Array,
  p: number,
  shift: number,
  B: Float64Array,
  b: number,
  X: Float64Array,
  x: number,
  Y: Float64Array,
): void {
  for (let j = 0; j < n; j++) {
    const from = b + perm[p + j] * k;
    for (let c = 0; c < k; c++) Y[j * k + c] = B[from + c];
  }
  trsm(false, true, n, k, F, f, n, 1, Y, 0, k);
  divideByD(n, k, D, d, Y);
  trsm(true, true, n, k, F, f, 1, n, Y, 0, k);
  for (let j = 0; j < n; j++) {
    const to = x + perm[p + j] * k;
    for (let c = 0; c < k; c++) X[to + c] = shift === 0 ? Y[j * k + c] : ldexp(Y[j * k + c], -shift);
  }
}

function divideByD(n: number, k: number, D: Float64Array, d: number, Y: Float64Array): void {
  for (let j = 0, p = 0; j < n; j++, p += k) {
    const b = D[d + n + j];
    if (b === 0) {
      for (let q = p; q < p + k; q++) Y[q] /= D[d + j];
      continue;
    }
    // b·[u 1; 1 v]·(x, y) = (r, s) with uv < 1
    const u = D[d + j] / b;
    const v = D[d + j + 1] / b;
    const t = u * v - 1;
    for (let q = p; q < p + k; q++) {
      const r = Y[q] / b;
      const s = Y[q + k] / b;
      Y[q] = (v * r - s) / t;
      Y[q + k] = (u * s - r) / t;
    }
    j++;
    p += k;
  }
}
