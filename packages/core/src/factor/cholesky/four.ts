/** L of the 4×4 matrix at `p`, out of A and into F, in straight line (at that size loops cost as much as roots); the index of the first pivot that is not positive, or -1. */
export function fourCholesky(A: Float64Array, F: Float64Array, p: number): number {
  let d = A[p];
  if (!(d > 0)) return refuse(F, p, 0, d);
  const a = Math.sqrt(d);
  const l10 = A[p + 4] / a;
  const l20 = A[p + 8] / a;
  const l30 = A[p + 12] / a;
  F[p] = a;
  F[p + 4] = l10;
  F[p + 8] = l20;
  F[p + 12] = l30;
  d = A[p + 5] - l10 * l10;
  if (!(d > 0)) return refuse(F, p, 1, d);
  const b = Math.sqrt(d);
  const l21 = (A[p + 9] - l20 * l10) / b;
  const l31 = (A[p + 13] - l30 * l10) / b;
  F[p + 5] = b;
  F[p + 9] = l21;
  F[p + 13] = l31;
  d = A[p + 10] - l20 * l20 - l21 * l21;
  if (!(d > 0)) return refuse(F, p, 2, d);
  const c = Math.sqrt(d);
  const l32 = (A[p + 14] - l30 * l20 - l31 * l21) / c;
  F[p + 10] = c;
  F[p + 14] = l32;
  d = A[p + 15] - l30 * l30 - l31 * l31 - l32 * l32;
  if (!(d > 0)) return refuse(F, p, 3, d);
  F[p + 15] = Math.sqrt(d);
  return -1;
}

function refuse(F: Float64Array, p: number, pivot: number, d: number): number {
  F[p + 5 * pivot] = d;
  return pivot;
}
