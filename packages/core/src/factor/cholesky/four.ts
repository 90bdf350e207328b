/** L of the 4×4 matrix at A[p], to F[f], in straight line (at that size loops cost as much as roots); the index of the first pivot that is not positive, or -1. */
export function fourCholesky(A: Float64Array, p: number, F: Float64Array, f: number): number {
  let d = A[p];
  if (!(d > 0)) return refuse(F, f, 0, d);
  const a = Math.sqrt(d);
  const l10 = A[p + 4] / a;
  const l20 = A[p + 8] / a;
  const l30 = A[p + 12] / a;
  F[f] = a;
  F[f + 4] = l10;
  F[f + 8] = l20;
  F[f + 12] = l30;
  d = A[p + 5] - l10 * l10;
  if (!(d > 0)) return refuse(F, f, 1, d);
  const b = Math.sqrt(d);
  const l21 = (A[p + 9] - l20 * l10) / b;
  const l31 = (A[p + 13] - l30 * l10) / b;
  F[f + 5] = b;
  F[f + 9] = l21;
  F[f + 13] = l31;
  d = A[p + 10] - l20 * l20 - l21 * l21;
  if (!(d > 0)) return refuse(F, f, 2, d);
  const c = Math.sqrt(d);
  const l32 = (A[p + 14] - l30 * l20 - l31 * l21) / c;
  F[f + 10] = c;
  F[f + 14] = l32;
  d = A[p + 15] - l30 * l30 - l31 * l31 - l32 * l32;
  if (!(d > 0)) return refuse(F, f, 3, d);
  F[f + 15] = Math.sqrt(d);
  return -1;
}

function refuse(F: Float64Array, f: number, pivot: number, d: number): number {
  F[f + 5 * pivot] = d;
  return pivot;
}
