/** L of the n×n matrix at `at`, out of A and into F, row by row; the index of the first pivot that is not positive, or -1. */
export function smallCholesky(n: number, A: Float64Array, F: Float64Array, at: number): number {
  for (let i = 0, row = at; i < n; i++, row += n) {
    let d = A[row + i];
    for (let c = 0, other = at; c < i; c++, other += n) {
      let x = A[row + c];
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
