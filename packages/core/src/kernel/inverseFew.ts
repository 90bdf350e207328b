/** Up to this size, inverseFew. */
export const FEW = 32;

/**
 * X := A⁻¹ for n <= FEW by Gauss-Jordan elimination with partial pivoting, two columns at a time; X must not overlap A. Its errors
 * are those of LU but for a factor that is near 1 unless A is ill-conditioned (Higham 2002, §14.4).
 *
 * @returns whether X has the digits that A determines; else A is singular, badly scaled or ill-conditioned, or pivots grow
 */
export const inverseFew = /* @__PURE__ */ (() => {
  const RANGE = 2 ** 400;
  // Rows of 32 numbers in one buffer, seen from four rows at once by constant arrays of one length, as in panels: the four share one
  // index and one check of it. Behind the last row, three of zeros fill its group. Rows stay where they are.
  const all = new Float64Array(35 * 32);
  const [R0, R1, R2, R3] = [0, 1, 2, 3].map((row) => new Float64Array(all.buffer, 256 * row, 1024));
  const U = new Float64Array(34);
  const V = new Float64Array(34);
  // Where the rows of U are.
  const order = new Int32Array(32);

  /** Puts the row with the largest entry of column k, among those from order[k] on, there. */
  function pivot(n: number, k: number): number {
    const w0 = R0;
    let best = 0;
    let at = k;
    for (let i = k; i < n; i = (i + 1) | 0) {
      const x = Math.abs(w0[(order[i] + k) | 0]);
      if (x > best) {
        best = x;
        at = i;
      }
    }
    const row = order[at];
    order[at] = order[k];
    order[k] = row;
    return row;
  }

  return (n: number, A: Float64Array, a: number, X: Float64Array, x: number): boolean => {
    const w0 = R0;
    const w1 = R1;
    const w2 = R2;
    const w3 = R3;
    const u = U;
    const v = V;
    const end = (n * 32) | 0;
    let normA = 0;
    let least = RANGE;
    for (let row = 0, p = a | 0; row < end; row = (row + 32) | 0) {
      order[row >> 5] = row;
      let norm = 0;
      for (let j = 0, q = row; j < n; j = (j + 1) | 0, p = (p + 1) | 0, q = (q + 1) | 0) {
        const y = A[p];
        w0[q] = y;
        norm += y * y;
      }
      normA += norm;
      if (!(norm >= least)) least = norm;
    }
    // Rows within 2^10 of each other, since their sizes decide about pivots. What is not a number is in no range.
    if (!(normA < RANGE && least > 1 / RANGE && normA < n * 2 ** 20 * least)) return false;
    // More growth than four times that of random matrices, or a Hadamard one's, loses digits, as in members.
    const most = ((4 * n + 32) / n) * Math.sqrt(normA);
    if ((n & 3) !== 0) all.fill(0, end, end + 96);
    let largest = 0;
    for (let k = 0; k < n; k = (k + 2) | 0) {
      const row = pivot(n, k);
      const first = w0[(row + k) | 0];
      if (first === 0) return false;
      // u and v will be the rows of both pivots, but for u -= next·v.
      const d = 1 / first;
      for (let j = 0, q = row; j < n; j = (j + 1) | 0, q = (q + 1) | 0) {
        const y = w0[q];
        if (j > k && !(Math.abs(y) <= largest)) largest = Math.abs(y);
        u[j] = y * d;
        w0[q] = 0;
      }
      u[k] = d;
      const l = (k + 1) | 0;
      let next = 0;
      let below = 0;
      if (l < n) {
        next = u[l];
        u[l] = 0;
        for (let q = k; q < end; q = (q + 32) | 0) w0[(q + 1) | 0] -= w0[q] * next;
        below = pivot(n, l);
        const second = w0[(below + l) | 0];
        if (second === 0) return false;
        const e = 1 / second;
        const f = w0[(below + k) | 0];
        w0[(below + k) | 0] = 0;
        for (let j = 0, q = below; j < n; j = (j + 1) | 0, q = (q + 1) | 0) {
          const y = w0[q] - f * u[j];
          if (j > l && !(Math.abs(y) <= largest)) largest = Math.abs(y);
          v[j] = y * e;
          w0[q] = 0;
        }
        v[l] = e;
      } else for (let j = 0; j < n; j = (j + 1) | 0) v[j] = 0;
      if (!(largest <= most)) return false;
      for (let to = 0; to < end; to = (to + 128) | 0) {
        const c = (to + k) | 0;
        const f0 = w0[c];
        const f1 = w1[c];
        const f2 = w2[c];
        const f3 = w3[c];
        w0[c] = w1[c] = w2[c] = w3[c] = 0;
        let g0 = 0;
        let g1 = 0;
        let g2 = 0;
        let g3 = 0;
        if (l < n) {
          const b = (c + 1) | 0;
          g0 = w0[b];
          g1 = w1[b];
          g2 = w2[b];
          g3 = w3[b];
          w0[b] = w1[b] = w2[b] = w3[b] = 0;
        }
        for (let j = 0, q = to; j < n; j = (j + 1) | 0, q = (q + 1) | 0) {
          const y = u[j];
          const z = v[j];
          w0[q] -= f0 * y + g0 * z;
          w1[q] -= f1 * y + g1 * z;
          w2[q] -= f2 * y + g2 * z;
          w3[q] -= f3 * y + g3 * z;
        }
      }
      for (let j = 0, q = row; j < n; j = (j + 1) | 0, q = (q + 1) | 0) w0[q] = u[j] - next * v[j];
      if (l < n) for (let j = 0, q = below; j < n; j = (j + 1) | 0, q = (q + 1) | 0) w0[q] = v[j];
    }
    let normX = 0;
    for (let k = 0, p = x | 0; k < n; k = (k + 1) | 0, p = (p + n) | 0) {
      for (let j = 0, q = order[k]; j < n; j = (j + 1) | 0, q = (q + 1) | 0) {
        const y = w0[q];
        X[(p + (order[j] >> 5)) | 0] = y;
        normX += y * y;
      }
    }
    // Equilibrating to powers of two multiplies the condition number, ‖A‖·‖X‖ times n at most, by 8n² at most (van der Sluis 1969).
    return normA * normX < 2 ** 98 / n ** 6;
  };
})();
