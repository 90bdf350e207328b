/** C := Aᵀ for a row-major m×n matrix A (row stride aRow); C is n×m with row stride cRow. No overlap. */
export function transpose(
  m: number,
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  C: Float64Array,
  cOff: number,
  cRow: number,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0, p = aOff + i * aRow, q = cOff + i; j < n; j++, p++, q += cRow) C[q] = A[p];
  }
}
