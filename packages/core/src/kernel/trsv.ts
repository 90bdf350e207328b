/**
 * x := T⁻¹·x for a triangular T (n×n, by strides as in trsm) and a vector x with stride xStep, in place.
 *
 * T is walked along whichever of its strides is 1: by dot products of its rows or by multiples of its columns.
 */
export function trsv(
  upper: boolean,
  unit: boolean,
  n: number,
  T: Float64Array,
  tOff: number,
  tRow: number,
  tCol: number,
  x: Float64Array,
  xOff: number,
  xStep: number,
): void {
  for (let s = 0; s < n; s++) {
    const i = upper ? n - 1 - s : s;
    const t = tOff + i * tRow;
    const at = xOff + i * xStep;
    if (tCol === 1) {
      let a = x[at];
      let b = 0;
      let j = upper ? i + 1 : 0;
      const end = upper ? n : i;
      let q = xOff + j * xStep;
      for (; j + 1 < end; j += 2, q += 2 * xStep) {
        a -= T[t + j] * x[q];
        b -= T[t + j + 1] * x[q + xStep];
      }
      if (j < end) a -= T[t + j] * x[q];
      x[at] = unit ? a + b : (a + b) / T[t + i];
    } else {
      if (!unit) x[at] /= T[t + i * tCol];
      const v = x[at];
      const end = upper ? i : n;
      for (let j = upper ? 0 : i + 1, p = tOff + i * tCol; j < end; j++) {
        x[xOff + j * xStep] -= T[p + j * tRow] * v;
      }
    }
  }
}
