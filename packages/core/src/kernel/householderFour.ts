// Four reflections at once: H₀H₁H₂H₃ = I - V·T·Vᵀ with T 4×4 upper triangular (Schreiber and Van Loan 1989). Where there are
// fewer, w < 4, rows and columns of T are zero and the last v stands in for those missing.

/**
 * T of up to four reflections: tau is on its diagonal already (row stride 4), the rest is filled in.
 *
 * V holds the v as w rows of length n, vRow apart, with their ones and zeros.
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

/** Each of `count` vectors x, xRow apart in X, becomes H₀H₁H₂H₃·x, or H₃H₂H₁H₀·x if `transposed`. */
export function reflectFour(
  transposed: boolean,
  w: number,
  n: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  T: Float64Array,
  t: number,
  X: Float64Array,
  xOff: number,
  xRow: number,
  count: number,
): void {
  const t00 = T[t];
  const t11 = T[t + 5];
  const t22 = T[t + 10];
  const t33 = T[t + 15];
  const d1 = w > 1 ? vRow : 0;
  const d2 = w > 2 ? d1 + vRow : d1;
  const d3 = w > 3 ? d2 + vRow : d2;
  const zero = transposed ? 0 : 1;
  const one = 1 - zero;
  const u01 = zero * T[t + 1];
  const u02 = zero * T[t + 2];
  const u03 = zero * T[t + 3];
  const u12 = zero * T[t + 6];
  const u13 = zero * T[t + 7];
  const u23 = zero * T[t + 11];
  const l01 = one * T[t + 1];
  const l02 = one * T[t + 2];
  const l03 = one * T[t + 3];
  const l12 = one * T[t + 6];
  const l13 = one * T[t + 7];
  const l23 = one * T[t + 11];
  for (let r = 0; r < count; r += 2) {
    // The last of an odd number of vectors is taken twice, to the same result.
    const x = xOff + r * xRow;
    const d = r + 1 < count ? xRow : 0;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let i = 0, p = x, q = vOff; i < n; i++, p++, q++) {
      const a = X[p];
      const b = X[p + d];
      const v0 = V[q];
      const v1 = V[q + d1];
      const v2 = V[q + d2];
      const v3 = V[q + d3];
      a0 += v0 * a;
      a1 += v1 * a;
      a2 += v2 * a;
      a3 += v3 * a;
      b0 += v0 * b;
      b1 += v1 * b;
      b2 += v2 * b;
      b3 += v3 * b;
    }
    const e0 = t00 * a0 + u01 * a1 + u02 * a2 + u03 * a3;
    const e1 = l01 * a0 + t11 * a1 + u12 * a2 + u13 * a3;
    const e2 = l02 * a0 + l12 * a1 + t22 * a2 + u23 * a3;
    const e3 = l03 * a0 + l13 * a1 + l23 * a2 + t33 * a3;
    const f0 = t00 * b0 + u01 * b1 + u02 * b2 + u03 * b3;
    const f1 = l01 * b0 + t11 * b1 + u12 * b2 + u13 * b3;
    const f2 = l02 * b0 + l12 * b1 + t22 * b2 + u23 * b3;
    const f3 = l03 * b0 + l13 * b1 + l23 * b2 + t33 * b3;
    for (let i = 0, p = x, q = vOff; i < n; i++, p++, q++) {
      const v0 = V[q];
      const v1 = V[q + d1];
      const v2 = V[q + d2];
      const v3 = V[q + d3];
      const a = X[p] - (v0 * e0 + v1 * e1) - (v2 * e2 + v3 * e3);
      const b = X[p + d] - (v0 * f0 + v1 * f1) - (v2 * f2 + v3 * f3);
      X[p] = a;
      X[p + d] = b;
    }
  }
}
