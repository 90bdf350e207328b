/**
 * T of up to four reflections: tau is on its diagonal already (row stride 4), the rest is filled in.
 *
 * V holds the v as w rows of length n, vRow apart, with their ones and zeros. See householderFour.ts.
 */
export function fourT(
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  t: number,
): void {
  const d1 = w > 1 ? vRow : 0;
  const d2 = w > 2 ? d1 + vRow : d1;
  const d3 = w > 3 ? d2 + vRow : d2;
  let g01 = 0;
  let g02 = 0;
  let g03 = 0;
  let g12 = 0;
  let g13 = 0;
  let g23 = 0;
  for (let p = vOff, end = vOff + n; p < end; p++) {
    const u0 = V[p];
    const u1 = V[p + d1];
    const u2 = V[p + d2];
    const u3 = V[p + d3];
    g01 += u0 * u1;
    g02 += u0 * u2;
    g03 += u0 * u3;
    g12 += u1 * u2;
    g13 += u1 * u3;
    g23 += u2 * u3;
  }
  const t00 = T[t];
  const t11 = T[t + 5];
  const t22 = T[t + 10];
  const t33 = T[t + 15];
  const t01 = -t11 * t00 * g01;
  const t02 = -t22 * (t00 * g02 + t01 * g12);
  const t12 = -t22 * t11 * g12;
  T[t + 1] = t01;
  T[t + 2] = t02;
  T[t + 6] = t12;
  T[t + 3] = -t33 * (t00 * g03 + t01 * g13 + t02 * g23);
  T[t + 7] = -t33 * (t11 * g13 + t12 * g23);
  T[t + 11] = -t33 * t22 * g23;
}
