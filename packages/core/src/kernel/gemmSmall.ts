/** C += alpha·A·B (on and below the diagonal if `lower`) without packing, 2×2 entries at a time. */
export function gemmSmall(
  m: number,
  n: number,
  k: number,
  alpha: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  aCol: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
  bCol: number,
  C: Float64Array,
  cOff: number,
  cRow: number,
  lower: boolean,
): void {
  for (let i = 0; i < m; i += 2) {
    const di = i + 1 < m ? aRow : 0;
    const e = lower && i < n ? i + 1 : n;
    const g = lower && e < n ? e + 1 : n;
    for (let j = 0; j < g; j += 2) {
      const dj = j + 1 < n ? bCol : 0;
      let c00 = 0;
      let c01 = 0;
      let c10 = 0;
      let c11 = 0;
      for (let l = 0, p = aOff + i * aRow, q = bOff + j * bCol; l < k; l++, p += aCol, q += bRow) {
        const x = A[p];
        const y = A[p + di];
        const u = B[q];
        const v = B[q + dj];
        c00 += x * u;
        c01 += x * v;
        c10 += y * u;
        c11 += y * v;
      }
      const c = cOff + i * cRow + j;
      C[c] += alpha * c00;
      if (j + 1 < e) C[c + 1] += alpha * c01;
      if (i + 1 < m) {
        C[c + cRow] += alpha * c10;
        if (j + 1 < g) C[c + cRow + 1] += alpha * c11;
      }
    }
  }
}
