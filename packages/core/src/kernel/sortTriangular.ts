/** x := c·x + s·y and y := c·y - s·x for `count` entries of X, `step` apart. */
function rotate(
  count: number,
  X: Float64Array,
  x: number,
  y: number,
  step: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < count; k++, x += step, y += step) {
    const a = X[x];
    X[x] = c * a + s * X[y];
    X[y] = c * X[y] - s * a;
  }
}

/**
 * Q·T·Qᵀ with the diagonal of the n×n upper triangular T ascending, in place, by rotations that exchange neighbours; Q and T are
 * row-major at `off`.
 */
export function sortTriangular(n: number, T: Float64Array, Q: Float64Array, off: number): void {
  for (let end = n - 1; end > 0; end--) {
    for (let i = 0; i < end; i++) {
      const p = off + i * (n + 1);
      const [a, b] = [T[p], T[p + n + 1]];
      if (a <= b) continue;
      // (t, b - a) is the eigenvector of b in the block [[a, t], [0, b]].
      const r = Math.hypot(T[p + 1], b - a);
      const [c, s] = [T[p + 1] / r, (b - a) / r];
      rotate(n - i - 2, T, p + 2, p + n + 2, 1, c, s);
      rotate(i, T, off + i, off + i + 1, n, c, s);
      rotate(n, Q, off + i, off + i + 1, n, c, s);
      T[p] = b;
      T[p + n + 1] = a;
    }
  }
}
