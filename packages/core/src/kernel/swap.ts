/** Exchanges n entries of X from p and from q on, `step` apart. */
export function swap(n: number, X: Float64Array, p: number, q: number, step: number): void {
  for (let i = 0; i < n * step; i += step) {
    const x = X[p + i];
    X[p + i] = X[q + i];
    X[q + i] = x;
  }
}
