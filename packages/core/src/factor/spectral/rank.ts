const EPSILON = 2 ** -52;

/** Values of an m×n matrix that differ by less are the same to working precision. */
export const resolution = (m: number, n: number, largest: number): number =>
  Math.max(m, n) * EPSILON * largest;

/** How many of the descending singular values s of an m×n matrix are above rtol·s₀; above its resolution, where left out. */
export function rankOf(s: Float64Array, m: number, n: number, rtol?: number): number {
  const largest = s[0] ?? 0;
  const cut = rtol === undefined ? resolution(m, n, largest) : rtol * largest;
  return s.findLastIndex((value) => value > cut) + 1;
}
