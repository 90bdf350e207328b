/** Whether `size` numbers from A[a] on are finite. */
export function finite(size: number, A: Float64Array, a: number): boolean {
  // 0·x is 0 for every finite x and NaN for all others.
  let zero = 0;
  for (let p = a; p < a + size; p++) zero += 0 * A[p];
  return zero === 0;
}
