/**
 * LU with partial pivoting in straight line for 2 <= n <= 4: the matrix stands in the corner of a diagonal 4×4 one.
 *
 * `factor` gives det A; NaN where more care is wanted: rows not within 2^10 of each other, whose sizes decide about pivots, and whatever
 * is near the ends of the range or not surely well conditioned, Π of the norms of rows being above 2^40·|det|. Unless it is NaN,
 * `solve` divides by the A of the last call.
 */
export const luFour = /* @__PURE__ */ (() => {
  const W = new Float64Array(16);
  // Row i of P·A is row order[i] of A.
  const order = new Int32Array(4);
  // U on and above the diagonal, whose reciprocals these are; multipliers below.
  const F = new Float64Array(16);

  return {
    factor(n: number, A: Float64Array, a: number): number {
      let product = 1;
      let sum = 0;
      let least = 2 ** 1000;
      for (let i = 0, p = a, q = 0; i < n; i++, q += 4) {
        let norm = 0;
        for (let j = 0; j < n; j++, p++) {
          const x = A[p];
          W[q + j] = x;
          norm += x * x;
        }
        product *= norm;
        sum += norm;
        if (norm < least) least = norm;
        for (let j = n; j < 4; j++) W[q + j] = W[(j << 2) + i] = 0;
      }
      if (!(product > 1e-200 && product < 1e200 && sum < 2 ** 20 * least)) return Number.NaN;
      for (let j = n; j < 4; j++) W[5 * j] = 1;
      let r0 = 0;
      let r1 = 4;
      let r2 = 8;
      let r3 = 12;
      let t = 0;
      let sign = 1;
      let most = Math.abs(W[0]);
      let x = Math.abs(W[4]);
      if (x > most) {
        most = x;
        r0 = 4;
        r1 = 0;
        sign = -1;
      }
      x = Math.abs(W[8]);
      if (x > most) {
        most = x;
        t = r0;
        r0 = 8;
        r2 = t;
        sign = -sign;
      }
      if (Math.abs(W[12]) > most) {
        t = r0;
        r0 = 12;
        r3 = t;
        sign = -sign;
      }
      const u0 = W[r0];
      const u1 = W[r0 + 1];
      const u2 = W[r0 + 2];
      const u3 = W[r0 + 3];
      const d0 = 1 / u0;
      let l1 = W[r1] * d0;
      let l2 = W[r2] * d0;
      let l3 = W[r3] * d0;
      let b1 = W[r1 + 1] - l1 * u1;
      let b2 = W[r1 + 2] - l1 * u2;
      let b3 = W[r1 + 3] - l1 * u3;
      let c1 = W[r2 + 1] - l2 * u1;
      let c2 = W[r2 + 2] - l2 * u2;
      let c3 = W[r2 + 3] - l2 * u3;
      let e1 = W[r3 + 1] - l3 * u1;
      let e2 = W[r3 + 2] - l3 * u2;
      let e3 = W[r3 + 3] - l3 * u3;
      if (Math.abs(c1) > Math.abs(b1)) {
        t = b1;
        b1 = c1;
        c1 = t;
        t = b2;
        b2 = c2;
        c2 = t;
        t = b3;
        b3 = c3;
        c3 = t;
        t = l1;
        l1 = l2;
        l2 = t;
        t = r1;
        r1 = r2;
        r2 = t;
        sign = -sign;
      }
      if (Math.abs(e1) > Math.abs(b1)) {
        t = b1;
        b1 = e1;
        e1 = t;
        t = b2;
        b2 = e2;
        e2 = t;
        t = b3;
        b3 = e3;
        e3 = t;
        t = l1;
        l1 = l3;
        l3 = t;
        t = r1;
        r1 = r3;
        r3 = t;
        sign = -sign;
      }
      const d1 = 1 / b1;
      let m2 = c1 * d1;
      let m3 = e1 * d1;
      c2 -= m2 * b2;
      c3 -= m2 * b3;
      e2 -= m3 * b2;
      e3 -= m3 * b3;
      if (Math.abs(e2) > Math.abs(c2)) {
        t = c2;
        c2 = e2;
        e2 = t;
        t = c3;
        c3 = e3;
        e3 = t;
        t = l2;
        l2 = l3;
        l3 = t;
        t = m2;
        m2 = m3;
        m3 = t;
        t = r2;
        r2 = r3;
        r3 = t;
        sign = -sign;
      }
      const d2 = 1 / c2;
      const k3 = e2 * d2;
      e3 -= k3 * c3;
      F[0] = d0;
      F[1] = u1;
      F[2] = u2;
      F[3] = u3;
      F[4] = l1;
      F[5] = d1;
      F[6] = b2;
      F[7] = b3;
      F[8] = l2;
      F[9] = m2;
      F[10] = d2;
      F[11] = c3;
      F[12] = l3;
      F[13] = m3;
      F[14] = k3;
      F[15] = 1 / e3;
      order[0] = r0 >> 2;
      order[1] = r1 >> 2;
      order[2] = r2 >> 2;
      order[3] = r3 >> 2;
      const det = sign * u0 * b1 * c2 * e3;
      // NaN has no order.
      return product <= 2 ** 80 * det * det ? det : Number.NaN;
    },

    /** Column by column; X may be B. */
    solve(n: number, k: number, B: Float64Array, b: number, X: Float64Array, x: number): void {
      const p0 = order[0] * k;
      const p1 = order[1] * k;
      const p2 = order[2] * k;
      const p3 = order[3] * k;
      for (let c = 0; c < k; c++) {
        const y0 = B[b + p0 + c];
        const y1 = B[b + p1 + c] - F[4] * y0;
        const y2 = n > 2 ? B[b + p2 + c] - F[8] * y0 - F[9] * y1 : 0;
        const y3 = n > 3 ? B[b + p3 + c] - F[12] * y0 - F[13] * y1 - F[14] * y2 : 0;
        const x3 = y3 * F[15];
        const x2 = (y2 - F[11] * x3) * F[10];
        const x1 = (y1 - F[6] * x2 - F[7] * x3) * F[5];
        X[x + c] = (y0 - F[1] * x1 - F[2] * x2 - F[3] * x3) * F[0];
        X[x + k + c] = x1;
        if (n > 2) X[x + 2 * k + c] = x2;
        if (n > 3) X[x + 3 * k + c] = x3;
      }
    },
  };
})();
