/** Exchanges rows and columns i and j of a row-major n×n matrix. */
function exchange(n: number, A: Float64Array, off: number, i: number, j: number): void {
  if (i === j) return;
  for (let k = 0, p = off + i * n, q = off + j * n; k < n; k++, p++, q++) [A[p], A[q]] = [A[q], A[p]];
  for (let k = 0, p = off + i, q = off + j; k < n; k++, p += n, q += n) [A[p], A[q]] = [A[q], A[p]];
}

/**
 * A := Pᵀ·A·P in place with eigenvalues that stand alone moved out: rows and columns outside lo..hi become triangular
 * (Parlett and Reinsch 1969). Index i was exchanged with order[i], from the ends inwards; undo from the middle outwards.
 *
 * @returns [lo, hi], hi < lo where the whole matrix is a permuted triangle
 */
export function isolate(
  n: number,
  A: Float64Array,
  off: number,
  order: Int32Array,
): [lo: number, hi: number] {
  let lo = 0;
  let hi = n - 1;
  for (let i = 0; i < n; i++) order[i] = i;
  const alone = (i: number, row: boolean): boolean => {
    for (let j = lo; j <= hi; j++) if (j !== i && A[off + (row ? i * n + j : j * n + i)] !== 0) return false;
    return true;
  };
  // Rows that are zero but for the diagonal go to the bottom, such columns to the top.
  for (let i = hi; i >= lo; i--) {
    if (!alone(i, true)) continue;
    order[hi] = i;
    exchange(n, A, off, i, hi);
    i = hi--;
  }
  for (let i = lo; i <= hi; i++) {
    if (!alone(i, false)) continue;
    order[lo] = i;
    exchange(n, A, off, i, lo);
    i = lo++;
  }
  return [lo, hi];
}
