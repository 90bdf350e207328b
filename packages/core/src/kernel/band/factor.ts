/**
 * A banded n×n matrix, `l` diagonals below the main one and `u` above, as Gaussian elimination leaves it: row i of U and, left of it,
 * the multipliers, at F[i·w + j-i+l] with w = 2l+u+1: partial pivoting widens U by l. Row k was swapped with pivots[k].
 */
export interface BandFactors {
  readonly n: number;
  readonly l: number;
  readonly u: number;
  readonly F: Float64Array;
  readonly pivots: Int32Array;
}

/** Eliminates in place; returns the first pivot that is zero, -1 if none is. */
export function bandFactorInPlace({ n, l, u, F, pivots }: BandFactors): number {
  const w = 2 * l + u + 1;
  let zero = -1;
  for (let k = 0; k < n; k++) {
    // Entry (i, j) stands at i·(w-1) + j + l.
    const last = Math.min(n - 1, k + l);
    const right = Math.min(n - 1, k + l + u);
    let p = k;
    for (let i = k + 1; i <= last; i++) {
      if (Math.abs(F[i * (w - 1) + k + l]) > Math.abs(F[p * (w - 1) + k + l])) p = i;
    }
    pivots[k] = p;
    const [top, from] = [k * (w - 1) + l, p * (w - 1) + l];
    if (p !== k) {
      for (let j = k; j <= right; j++) [F[top + j], F[from + j]] = [F[from + j], F[top + j]];
    }
    const pivot = F[top + k];
    if (pivot === 0) {
      if (zero < 0) zero = k;
      continue;
    }
    for (let i = k + 1; i <= last; i++) {
      const row = i * (w - 1) + l;
      const m = F[row + k] / pivot;
      F[row + k] = m;
      if (m !== 0) for (let j = k + 1; j <= right; j++) F[row + j] -= m * F[top + j];
    }
  }
  return zero;
}
