import { swap } from './swap.ts';

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
    const to = piv[pivOff + i];
    if (to !== i) swap(w, X, xOff + i * xRow, xOff + to * xRow, 1);
  }
}
