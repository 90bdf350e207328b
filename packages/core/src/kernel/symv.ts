/**
 * y := A·x for a symmetric n×n matrix of which only the lower triangle is read; y starts at 0.
 *
 * Each entry is loaded once and used twice, four rows at a time.
 */
export function symv(
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  x: Float64Array,
  xOff: number,
  y: Float64Array,
): void {
  for (let j = 0; j < n; j++) y[j] = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const p0 = aOff + i * aRow;
    const p1 = p0 + aRow;
    const p2 = p1 + aRow;
    const p3 = p2 + aRow;
    const x0 = x[xOff + i];
    const x1 = x[xOff + i + 1];
    const x2 = x[xOff + i + 2];
    const x3 = x[xOff + i + 3];
    let y0 = 0;
    let y1 = 0;
    let y2 = 0;
    let y3 = 0;
    for (let j = 0; j < i; j++) {
      const a0 = A[p0 + j];
      const a1 = A[p1 + j];
      const a2 = A[p2 + j];
      const a3 = A[p3 + j];
      const v = x[xOff + j];
      y0 += a0 * v;
      y1 += a1 * v;
      y2 += a2 * v;
      y3 += a3 * v;
      y[j] += a0 * x0 + a1 * x1 + (a2 * x2 + a3 * x3);
    }
    const b = A[p1 + i];
    const c = A[p2 + i];
    const d = A[p2 + i + 1];
    const f = A[p3 + i];
    const g = A[p3 + i + 1];
    const h = A[p3 + i + 2];
    y[i] += y0 + A[p0 + i] * x0 + b * x1 + (c * x2 + f * x3);
    y[i + 1] += y1 + b * x0 + A[p1 + i + 1] * x1 + (d * x2 + g * x3);
    y[i + 2] += y2 + c * x0 + d * x1 + (A[p2 + i + 2] * x2 + h * x3);
    y[i + 3] += y3 + f * x0 + g * x1 + (h * x2 + A[p3 + i + 3] * x3);
  }
  for (; i < n; i++) {
    const p = aOff + i * aRow;
    const v = x[xOff + i];
    let s = 0;
    for (let j = 0; j < i; j++) {
      s += A[p + j] * x[xOff + j];
      y[j] += A[p + j] * v;
    }
    y[i] += s + A[p + i] * v;
  }
}
