import type { BandFactors } from './factor.ts';

/** X[x..] -= c·X[y..], c numbers each. */
function subtract(count: number, c: number, X: Float64Array, y: number, x: number): void {
  if (c !== 0) for (let t = 0; t < count; t++) X[x + t] -= c * X[y + t];
}

function swap(count: number, X: Float64Array, x: number, y: number): void {
  if (x !== y) for (let t = 0; t < count; t++) [X[x + t], X[y + t]] = [X[y + t], X[x + t]];
}

/** X := A⁻¹·X or A⁻ᵀ·X for the n×c matrix X at `off`. */
export function bandSolveInPlace(
  { n, l, u, F, pivots }: BandFactors,
  transposed: boolean,
  c: number,
  X: Float64Array,
  off: number,
): void {
  const w = 2 * l + u;
  const row = (i: number) => off + i * c;
  const divide = (i: number) => {
    for (let t = row(i), end = t + c; t < end; t++) X[t] /= F[i * w + i + l];
  };
  if (!transposed) {
    for (let k = 0; k < n; k++) {
      swap(c, X, row(k), row(pivots[k]));
      for (let i = k + 1; i <= Math.min(n - 1, k + l); i++) subtract(c, F[i * w + k + l], X, row(k), row(i));
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j <= Math.min(n - 1, i + l + u); j++)
        subtract(c, F[i * w + j + l], X, row(j), row(i));
      divide(i);
    }
    return;
  }
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - l - u); j < i; j++) subtract(c, F[j * w + i + l], X, row(j), row(i));
    divide(i);
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let i = k + 1; i <= Math.min(n - 1, k + l); i++) subtract(c, F[i * w + k + l], X, row(i), row(k));
    swap(c, X, row(k), row(pivots[k]));
  }
}
