import { swap } from '../../kernel/swap.ts';

/** The most columns of a panel. */
export const WIDTH = 32;
// V8 takes what a module exports for variable.
const S = WIDTH;
const ROWS = 4096;

/** Factors columns j..j+w-1 of the row-major m×n matrix F on rows j..m-1, w <= WIDTH; whole rows are exchanged. */
export const panel = /* @__PURE__ */ maker(ROWS);

function maker(rows: number) {
  // Rows S apart in constant arrays: four of them are the same index into four arrays, as in scalarPanels.
  // What is computed past the last row is not used.
  const all = new Float64Array((rows + 3) * S);
  const from = (i: number) => all.subarray(i * S, (i + rows) * S);
  const [W0, W1, W2, W3] = [from(0), from(1), from(2), from(3)];

  return (
    m: number,
    n: number,
    F: Float64Array,
    off: number,
    piv: Int32Array,
    pivOff: number,
    j: number,
    w: number,
  ): number => {
    const h = m - j;
    if (h > rows) return maker(h)(m, n, F, off, piv, pivOff, j, w);
    const w0 = W0;
    const w1 = W1;
    const w2 = W2;
    const w3 = W3;
    let zero = -1;
    const start = off + j * (n + 1);
    for (let i = 0, p = start; i < h; i++, p += n) {
      for (let c = 0, q = i * S; c < w; c++) w0[q + c] = F[p + c];
    }
    for (let k = 0; k < w; k++) {
      const diag = k * (S + 1);
      const end = diag + w - k;
      let best = 0;
      let at = k;
      for (let i = k, q = diag; i < h; i++, q += S) {
        const x = Math.abs(w0[q]);
        if (x > best) {
          best = x;
          at = i;
        }
      }
      piv[pivOff + j + k] = j + at;
      if (best === 0) {
        if (zero < 0) zero = j + k;
        continue;
      }
      if (at !== k) {
        swap(w, w0, k * S, at * S, 1);
        if (w < n) swap(n, F, off + (j + k) * n, off + (j + at) * n, 1);
      }
      const pivot = w0[diag];
      for (let i = k + 1; i < h; i += 4) {
        let u = i * S + k;
        const s0 = w0[u] / pivot;
        const s1 = w1[u] / pivot;
        const s2 = w2[u] / pivot;
        const s3 = w3[u] / pivot;
        w0[u] = s0;
        w1[u] = s1;
        w2[u] = s2;
        w3[u] = s3;
        u = (u + 1) | 0;
        for (let p = (diag + 1) | 0; p < end; p = (p + 1) | 0, u = (u + 1) | 0) {
          const x = w0[p];
          w0[u] -= s0 * x;
          w1[u] -= s1 * x;
          w2[u] -= s2 * x;
          w3[u] -= s3 * x;
        }
      }
    }
    for (let i = 0, p = start; i < h; i++, p += n) {
      for (let c = 0, q = i * S; c < w; c++) F[p + c] = w0[q + c];
    }
    return zero;
  };
}
