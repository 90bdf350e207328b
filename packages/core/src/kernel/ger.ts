/** A := A + alpha·x·yᵀ for a row-major m×n matrix (row stride aRow), two rows at a time. A must not overlap x or y. */
export function ger(
  m: number,
  n: number,
  alpha: number,
  x: Float64Array,
  xOff: number,
  xStep: number,
  y: Float64Array,
  yOff: number,
  yStep: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
): void {
  let i = 0;
  let p = aOff;
  let at = xOff;
  for (; i + 1 < m; i += 2, p += 2 * aRow, at += 2 * xStep) {
    const s = alpha * x[at];
    const t = alpha * x[at + xStep];
    for (let j = 0, q = yOff; j < n; j++, q += yStep) {
      const v = y[q];
      A[p + j] += s * v;
      A[p + aRow + j] += t * v;
    }
  }
  if (i < m) {
    const s = alpha * x[at];
    for (let j = 0, q = yOff; j < n; j++, q += yStep) A[p + j] += s * y[q];
  }
}
