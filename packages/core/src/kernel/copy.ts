/** X := n entries of A. Here `set` of a part of an array would make a view for it, which takes as long as a small system. */
export function copy(n: number, A: Float64Array, a: number, X: Float64Array, x: number): void {
  for (let i = 0; i < n; i++) X[x + i] = A[a + i];
}
