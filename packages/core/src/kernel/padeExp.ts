const kept: Float64Array[] = [];

/** Coefficients b_0 = 1, ..., b_m of the numerator of the [m/m] Padé approximant of exp; the denominator is p(-x). */
export function padeExp(m: number): Float64Array {
  const known = kept[m];
  if (known) return known;
  const b = new Float64Array(m + 1).fill(1);
  for (let j = 0; j < m; j++) b[j + 1] = (b[j] * (m - j)) / ((2 * m - j) * (j + 1));
  kept[m] = b;
  return b;
}

/** log2 of |c|, where c·x^(2m+1) is the leading term of the approximant's backward error: |c| = (m!)²/((2m)!·(2m+1)!). */
export function padeExpErrorLog2(m: number): number {
  let log = 0;
  for (let j = 1; j <= m; j++) log += Math.log2(j / (m + j));
  for (let j = 2; j <= 2 * m + 1; j++) log -= Math.log2(j);
  return log;
}
