/** Σ c_k·x^k. */
export function polynomial(c: readonly number[], x: number): number {
  let y = 0;
  for (let k = c.length - 1; k >= 0; k--) y = y * x + c[k];
  return y;
}
