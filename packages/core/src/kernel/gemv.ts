/**
 * y := alpha·A·x + beta·y for an m×n matrix by any row and column strides (so Aᵀ costs no copy); x and y have steps of
 * their own. beta = 0 overwrites y whatever it holds. y must not overlap A or x.
 *
 * A is walked along whichever of its strides is 1, four rows or columns at a time.
 */
export function gemv(
  m: number,
  n: number,
  alpha: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  aCol: number,
  x: Float64Array,
  xOff: number,
  xStep: number,
  beta: number,
  y: Float64Array,
  yOff: number,
  yStep: number,
): void {
  if (beta !== 1) {
    for (let i = 0, q = yOff; i < m; i++, q += yStep) y[q] = beta === 0 ? 0 : beta * y[q];
  }
  if (aRow === 1 && aCol !== 1) {
    columns(m, n, alpha, A, aOff, aCol, x, xOff, xStep, y, yOff, yStep);
    return;
  }
  for (let i = 0; i < m; i += 4) {
    // The last rows go more than once, to the same result.
    const p0 = aOff + i * aRow;
    const p1 = i + 1 < m ? p0 + aRow : p0;
    const p2 = i + 2 < m ? p1 + aRow : p1;
    const p3 = i + 3 < m ? p2 + aRow : p2;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0, d = 0, q = xOff; j < n; j++, d += aCol, q += xStep) {
      const v = x[q];
      s0 += A[p0 + d] * v;
      s1 += A[p1 + d] * v;
      s2 += A[p2 + d] * v;
      s3 += A[p3 + d] * v;
    }
    const q = yOff + i * yStep;
    y[q] += alpha * s0;
    if (i + 1 < m) y[q + yStep] += alpha * s1;
    if (i + 2 < m) y[q + 2 * yStep] += alpha * s2;
    if (i + 3 < m) y[q + 3 * yStep] += alpha * s3;
  }
}

/** y += alpha·A·x for columns of adjacent entries. */
function columns(
  m: number,
  n: number,
  alpha: number,
  A: Float64Array,
  aOff: number,
  aCol: number,
  x: Float64Array,
  xOff: number,
  xStep: number,
  y: Float64Array,
  yOff: number,
  yStep: number,
): void {
  for (let j = 0; j < n; j += 4) {
    const q = xOff + j * xStep;
    const p0 = aOff + j * aCol;
    // Beyond the last column, the last one times 0.
    const p1 = j + 1 < n ? p0 + aCol : p0;
    const p2 = j + 2 < n ? p1 + aCol : p1;
    const p3 = j + 3 < n ? p2 + aCol : p2;
    const x0 = alpha * x[q];
    const x1 = j + 1 < n ? alpha * x[q + xStep] : 0;
    const x2 = j + 2 < n ? alpha * x[q + 2 * xStep] : 0;
    const x3 = j + 3 < n ? alpha * x[q + 3 * xStep] : 0;
    for (let i = 0, to = yOff; i < m; i++, to += yStep) {
      y[to] += A[p0 + i] * x0 + A[p1 + i] * x1 + (A[p2 + i] * x2 + A[p3 + i] * x3);
    }
  }
}
