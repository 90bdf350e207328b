/**
 * The first w columns of H₀···H_{w-1}·diag(S) as rows of X (length n, xRow apart): S_a·(e_a - V·T·Vᵀe_a).
 *
 * w <= 4, T 4×4 as in reflectFour.
 */
export function expandFour(
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  t: number,
  S: Float64Array,
  s: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
): void {
  const d1 = w > 1 ? vRow : 0;
  const d2 = w > 2 ? d1 + vRow : d1;
  const d3 = w > 3 ? d2 + vRow : d2;
  for (let a = 0; a < w; a++) {
    const sign = S[s + a];
    const e0 = -sign * V[vOff + a];
    const e1 = -sign * V[vOff + a + d1];
    const e2 = -sign * V[vOff + a + d2];
    const e3 = -sign * V[vOff + a + d3];
    const f0 = T[t] * e0 + T[t + 1] * e1 + T[t + 2] * e2 + T[t + 3] * e3;
    const f1 = T[t + 5] * e1 + T[t + 6] * e2 + T[t + 7] * e3;
    const f2 = T[t + 10] * e2 + T[t + 11] * e3;
    const f3 = T[t + 15] * e3;
    const x = xOff + a * xRow;
    for (let p = x, q = vOff; p < x + n; p++, q++) {
      X[p] = f0 * V[q] + f1 * V[q + d1] + (f2 * V[q + d2] + f3 * V[q + d3]);
    }
    X[x + a] += sign;
  }
}
