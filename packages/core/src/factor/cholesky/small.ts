/** L of the n×n matrix at A[a], to F[f], row by row; the index of the first pivot that is not positive, or -1. */
export function smallCholesky(n: number, A: Float64Array, a: number, F: Float64Array, f: number): number {
  for (let i = 0, from = a, row = f; i < n; i++, from += n, row += n) {
    let d = A[from + i];
    for (let c = 0, other = f; c < i; c++, other += n) {
      let x = A[from + c];
      for (let p = 0; p < c; p++) x -= F[row + p] * F[other + p];
      x /= F[other + c];
      F[row + c] = x;
      d -= x * x;
    }
    if (!(d > 0)) {
      F[row + i] = d;
      return i;
    }
    F[row + i] = Math.sqrt(d);
  }
  return -1;
}
