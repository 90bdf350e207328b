/** The m×n block X[x] := (I - t·u·uᵀ)·block for the vector u at U[u], its entries uStep apart; row: n numbers of workspace. */
export function reflectBlock(
  t: number,
  m: number,
  n: number,
  U: Float64Array,
  u: number,
  uStep: number,
  X: Float64Array,
  x: number,
  xRow: number,
  row: Float64Array,
): void {
  if (t === 0) return;
  for (let j = 0; j < n; j++) row[j] = 0;
  for (let r = 0, p = x, q = u; r < m; r++, p += xRow, q += uStep) {
    const s = U[q];
    for (let j = 0; j < n; j++) row[j] += s * X[p + j];
  }
  for (let r = 0, p = x, q = u; r < m; r++, p += xRow, q += uStep) {
    const s = t * U[q];
    for (let j = 0; j < n; j++) X[p + j] -= s * row[j];
  }
}
