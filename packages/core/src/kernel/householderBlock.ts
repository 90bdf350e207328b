import { gemm } from './gemm.ts';

/**
 * T of w reflections H₀···H_{w-1} = I - V·T·Vᵀ, upper triangular, with row stride tRow; the tau are on its diagonal already.
 *
 * V holds the v as rows of length n, vRow apart, with their ones and zeros. G is workspace for w² numbers.
 */
export function blockT(
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  tOff: number,
  tRow: number,
  G: Float64Array,
): void {
  gemm(w, w, n, 1, V, vOff, vRow, 1, V, vOff, 1, vRow, 0, G, 0, w);
  for (let j = 1; j < w; j++) {
    const tau = T[tOff + j * (tRow + 1)];
    for (let i = 0; i < j; i++) {
      let s = 0;
      for (let l = i, p = tOff + i * tRow + i, q = i * w + j; l < j; l++, p++, q += w) s += T[p] * G[q];
      T[tOff + i * tRow + j] = -tau * s;
    }
  }
}

/** X := X·(I - V·T·Vᵀ) for a row-major c×n matrix X: its rows become H_{w-1}···H₀·x. Y, Z are workspace for c·w numbers. */
export function reflectRows(
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  tOff: number,
  tRow: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
  c: number,
  Y: Float64Array,
  Z: Float64Array,
): void {
  gemm(c, w, n, 1, X, xOff, xRow, 1, V, vOff, 1, vRow, 0, Y, 0, w);
  gemm(c, w, w, 1, Y, 0, w, 1, T, tOff, tRow, 1, 0, Z, 0, w);
  gemm(c, n, w, -1, Z, 0, w, 1, V, vOff, vRow, 1, 1, X, xOff, xRow);
}

/**
 * X := (I - V·T·Vᵀ)·X, or with Tᵀ if `transposed`, for a row-major n×c matrix X. Y is workspace for 2w·c numbers.
 */
export function reflectColumns(
  transposed: boolean,
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  tOff: number,
  tRow: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
  c: number,
  Y: Float64Array,
): void {
  gemm(w, c, n, 1, V, vOff, vRow, 1, X, xOff, xRow, 1, 0, Y, 0, c);
  gemm(w, c, w, 1, T, tOff, transposed ? 1 : tRow, transposed ? tRow : 1, Y, 0, c, 1, 0, Y, w * c, c);
  gemm(n, c, w, -1, V, vOff, 1, vRow, Y, w * c, c, 1, 1, X, xOff, xRow);
}
