import { reflect } from './householder.ts';

// Four reflections at once: H₀H₁H₂H₃ = I - V·T·Vᵀ with T 4×4 upper triangular (Schreiber and Van Loan 1989). Where there are
// fewer, w < 4, rows and columns of T are zero and the last v stands in for those missing.

const LEN = 4096;

/** Each of `count` vectors x, xRow apart in X, becomes H₀H₁H₂H₃·x, or H₃H₂H₁H₀·x if `transposed`. */
export const reflectFour = /* @__PURE__ */ (() => {
  // Constant arrays of one length take one bounds check for all and no base address, as in gemm: a fifth faster than V itself.
  const V0 = new Float64Array(LEN);
  const V1 = new Float64Array(LEN);
  const V2 = new Float64Array(LEN);
  const V3 = new Float64Array(LEN);

  return (
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
  ): void => {
    if (n > LEN) {
      // Twice the memory traffic per vector, for matrices that are out of cache in any case.
      for (let a = 0; a < w; a++) {
        const i = transposed ? a : w - 1 - a;
        reflect(n, V, vOff + i * vRow, T[t + 5 * i], X, xOff, xRow, count);
      }
      return;
    }
    // Read before the loops, as in panels.ts.
    const v0 = V0;
    const v1 = V1;
    const v2 = V2;
    const v3 = V3;
    const d1 = w > 1 ? vRow : 0;
    const d2 = w > 2 ? d1 + vRow : d1;
    const d3 = w > 3 ? d2 + vRow : d2;
    for (let i = 0, q = vOff; i < n; i++, q++) {
      v0[i] = V[q];
      v1[i] = V[q + d1];
      v2[i] = V[q + d2];
      v3[i] = V[q + d3];
    }
    const t00 = T[t];
    const t11 = T[t + 5];
    const t22 = T[t + 10];
    const t33 = T[t + 15];
    const upper = transposed ? 0 : 1;
    const u01 = upper * T[t + 1];
    const u02 = upper * T[t + 2];
    const u03 = upper * T[t + 3];
    const u12 = upper * T[t + 6];
    const u13 = upper * T[t + 7];
    const u23 = upper * T[t + 11];
    const lower = 1 - upper;
    const l01 = lower * T[t + 1];
    const l02 = lower * T[t + 2];
    const l03 = lower * T[t + 3];
    const l12 = lower * T[t + 6];
    const l13 = lower * T[t + 7];
    const l23 = lower * T[t + 11];
    for (let r = 0; r < count; r += 2) {
      // The last of an odd number of vectors is taken twice, to the same result.
      const x = (xOff + r * xRow) | 0;
      const y = (r + 1 < count ? x + xRow : x) | 0;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let i = 0, p = x, q = y; i < n; i = (i + 1) | 0, p = (p + 1) | 0, q = (q + 1) | 0) {
        const a = X[p];
        const b = X[q];
        const c0 = v0[i];
        const c1 = v1[i];
        const c2 = v2[i];
        const c3 = v3[i];
        a0 += c0 * a;
        a1 += c1 * a;
        a2 += c2 * a;
        a3 += c3 * a;
        b0 += c0 * b;
        b1 += c1 * b;
        b2 += c2 * b;
        b3 += c3 * b;
      }
      const e0 = t00 * a0 + u01 * a1 + u02 * a2 + u03 * a3;
      const e1 = l01 * a0 + t11 * a1 + u12 * a2 + u13 * a3;
      const e2 = l02 * a0 + l12 * a1 + t22 * a2 + u23 * a3;
      const e3 = l03 * a0 + l13 * a1 + l23 * a2 + t33 * a3;
      const f0 = t00 * b0 + u01 * b1 + u02 * b2 + u03 * b3;
      const f1 = l01 * b0 + t11 * b1 + u12 * b2 + u13 * b3;
      const f2 = l02 * b0 + l12 * b1 + t22 * b2 + u23 * b3;
      const f3 = l03 * b0 + l13 * b1 + l23 * b2 + t33 * b3;
      for (let i = 0, p = x, q = y; i < n; i = (i + 1) | 0, p = (p + 1) | 0, q = (q + 1) | 0) {
        const c0 = v0[i];
        const c1 = v1[i];
        const c2 = v2[i];
        const c3 = v3[i];
        const a = X[p] - (c0 * e0 + c1 * e1) - (c2 * e2 + c3 * e3);
        const b = X[q] - (c0 * f0 + c1 * f1) - (c2 * f2 + c3 * f3);
        X[p] = a;
        X[q] = b;
      }
    }
  };
})();
