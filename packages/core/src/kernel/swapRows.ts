/** Applies the row exchanges k <-> piv[k], k = 0..n-1 (last first if `backward`), to the row-major n×w matrix X. */
export function swapRows(
  backward: boolean,
  n: number,
  w: number,
  piv: Int32Array,
  pivOff: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
): void {
  for (let s = 0; s < n; s++) {
    const i = backward ? n - 1 - s : s;
    const d = (piv[pivOff + i] - i) * xRow;
    if (d === 0) continue;
    const p = xOff + i * xRow;
    for (let c = p; c < p + w; c++) {
      const x = X[c];
      X[c] = X[c + d];
      X[c + d] = x;
    }
  }
}
