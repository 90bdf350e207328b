/** The largest n. */
export const WIDTH = 32;
// V8 takes what a module exports for variable.
const S = WIDTH;

/**
 * Lower Cholesky factor of the n×n matrix at F[off], rows `row` apart, in place, n <= WIDTH; the other triangle is neither
 * read nor written.
 *
 * @returns the first index whose pivot is not positive (F then holds that pivot on its diagonal), or -1
 */
export const panel = /* @__PURE__ */ (() => {
  // Lᵀ row by row, four rows at a time: they are the same index into four constant arrays, as in scalarPanels. What is
  // computed past the last row is not used.
  const all = new Float64Array((S + 3) * S);
  const [W0, W1, W2, W3] = [0, 1, 2, 3].map((i) => all.subarray(i * S, (i + S) * S));

  return (n: number, F: Float64Array, off: number, row: number): number => {
    const w0 = W0;
    const w1 = W1;
    const w2 = W2;
    const w3 = W3;
    for (let i = 0, p = off; i < n; i++, p += row) {
      for (let c = 0, q = i; c <= i; c++, q += S) w0[q] = F[p + c];
    }
    for (let k = 0, to = off; k < n; k++, to += row + 1) {
      const top = k * S;
      const end = top + n;
      const d = w0[top + k];
      F[to] = d;
      if (!(d > 0)) return k;
      const root = Math.sqrt(d);
      F[to] = root;
      for (let p = top + k + 1, q = to + row; p < end; p++, q += row) {
        const x = w0[p] / root;
        w0[p] = x;
        F[q] = x;
      }
      for (let i = k + 1; i < n; i += 4) {
        const s0 = w0[top + i];
        const s1 = i + 1 < n ? w0[top + i + 1] : 0;
        const s2 = i + 2 < n ? w0[top + i + 2] : 0;
        const s3 = i + 3 < n ? w0[top + i + 3] : 0;
        for (let p = (top + i) | 0, u = (i * S + i) | 0; p < end; p = (p + 1) | 0, u = (u + 1) | 0) {
          const x = w0[p];
          w0[u] -= s0 * x;
          w1[u] -= s1 * x;
          w2[u] -= s2 * x;
          w3[u] -= s3 * x;
        }
      }
    }
    return -1;
  };
})();
