/**
 * x := T⁻¹·x for a triangular T (n×n, by strides as in trsm) and a vector x with stride xStep, in place.
 *
 * T is walked along whichever of its strides is 1: by dot products of its rows or by multiples of its columns, two at a time.
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
  const step = upper ? -1 : 1;
  for (let s = 0; s < n; s += 2) {
    const i = upper ? n - 1 - s : s;
    const two = s + 1 < n;
    const t = tOff + i * tRow;
    const u = two ? t + step * tRow : t;
    const at = xOff + i * xStep;
    const next = at + step * xStep;
    const diag = i * tCol;
    const below = diag + step * tCol;
    const rows = tCol === 1;
    let a = 0;
    let b = 0;
    if (rows) {
      let c = 0;
      let d = 0;
      let j = upper ? i + 1 : 0;
      const end = upper ? n : i;
      let q = xOff + j * xStep;
      for (; j + 1 < end; j += 2, q += 2 * xStep) {
        const v = x[q];
        const w = x[q + xStep];
        a += T[t + j] * v;
        b += T[u + j] * v;
        c += T[t + j + 1] * w;
        d += T[u + j + 1] * w;
      }
      if (j < end) {
        a += T[t + j] * x[q];
        b += T[u + j] * x[q];
      }
      a += c;
      b += d;
    }
    const v = unit ? x[at] - a : (x[at] - a) / T[t + diag];
    x[at] = v;
    if (!two) return;
    const rest = x[next] - b - T[u + diag] * v;
    const w = unit ? rest : rest / T[u + below];
    x[next] = w;
    if (rows) continue;
    const end = upper ? i - 1 : n;
    for (let j = upper ? 0 : i + 2, p = tOff + diag + j * tRow; j < end; j++, p += tRow) {
      x[xOff + j * xStep] -= T[p] * v + T[p + step * tCol] * w;
    }
  }
}
