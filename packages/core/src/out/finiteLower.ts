/** Whether the lower triangle of the n×n matrix at A[a] is finite. */
export function finiteLower(n: number, A: Float64Array, a: number): boolean {
  // 0·x is 0 for every finite x and NaN for all others.
  let zero = 0;
  for (let i = 0, p = a; i < n; i++, p += n) for (let j = 0; j <= i; j++) zero += 0 * A[p + j];
  return zero === 0;
}
