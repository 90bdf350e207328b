/** Σ|x_i|. */
export const sumAbs = (x: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
};

/**
 * Estimate of ‖M⁻¹‖₁ for an n×n matrix M that `divide` divides by, x := M⁻¹x or M⁻ᵀx, n > 0: a lower bound, almost always
 * within a factor of 3, by Hager's method with Higham's alternating vector (Higham 1988, Algorithm 4.1; LAPACK's dlacon).
 *
 * The first vector is a random one, which sees at least 10⁻⁷ of the norm with probability near 1 - 10⁻⁷√n. What it sees is
 * returned if that is below `enough`: the rest only makes the estimate sharper.
 */
export function inverseNorm(
  n: number,
  divide: (transposed: boolean, x: Float64Array) => void,
  enough = 0,
): number {
  let seed = 1;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    seed = (seed * 16807) % 2147483647;
    x[i] = seed - 2 ** 30;
  }
  const start = sumAbs(x);
  divide(false, x);
  let norm = sumAbs(x) / start;
  if (norm < enough) return norm;
  for (let step = 0, last = -1; step < 4; step++) {
    const z = x.map((v) => (v < 0 ? -1 : 1));
    divide(true, z);
    const at = z.reduce((best, v, i) => (Math.abs(v) > Math.abs(z[best]) ? i : best), 0);
    if (at === last) break;
    last = at;
    x.fill(0);
    x[at] = 1;
    divide(false, x);
    const next = sumAbs(x);
    if (next <= norm) break;
    norm = next;
  }
  const alternating = x.map((_, i) => (1 - 2 * (i % 2)) * (1 + i / Math.max(1, n - 1)));
  divide(false, alternating);
  return Math.max(norm, (2 * sumAbs(alternating)) / (3 * n));
}
