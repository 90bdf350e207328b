/** The largest n. */
export const LEAF = 64;
const NC = 192;

/** X := T⁻¹·X for a lower triangular T as in trsm, n <= LEAF. */
export const trsmLeaf = /* @__PURE__ */ (() => {
  // Two rows by three columns at a time, out of packed panels in constant arrays, as in scalarPanels: what is subtracted from
  // them is summed in registers, and what comes out goes back into the panel.
  const len = LEAF * (NC / 3);
  const [A0, A1, B0, B1, B2] = [0, 1, 2, 3, 4].map(() => new Float64Array(len));

  return (
    unit: boolean,
    n: number,
    k: number,
    T: Float64Array,
    tOff: number,
    tRow: number,
    tCol: number,
    X: Float64Array,
    xOff: number,
    xRow: number,
    xCol: number,
  ): void => {
    const a0 = A0;
    const a1 = A1;
    const b0 = B0;
    const b1 = B1;
    const b2 = B2;
    for (let c = 0; c < k; c += NC) {
      const w = Math.min(NC, k - c);
      const x = xOff + c * xCol;
      for (let j = 0, jb = 0; j < w; j += 3, jb += n) {
        const one = j + 1 < w ? xCol : 0;
        const two = j + 2 < w ? 2 * xCol : 0;
        for (let p = jb, q = x + j * xCol; p < jb + n; p++, q += xRow) {
          b0[p] = X[q];
          b1[p] = X[q + one];
          b2[p] = X[q + two];
        }
      }
      for (let i = 0; i < n; i += 2) {
        const t = tOff + i * tRow;
        const below = i + 1 < n ? tRow : 0;
        for (let p = 0, q = t; p < i; p++, q += tCol) {
          a0[p] = T[q];
          a1[p] = T[q + below];
        }
        const diag = t + i * tCol;
        const l = T[diag + below];
        const d = unit ? 1 : T[diag];
        const e = unit || !below ? 1 : T[diag + below + tCol];
        for (let j = 0, jb = 0; j < w; j += 3, jb += n) {
          let c00 = 0;
          let c01 = 0;
          let c02 = 0;
          let c10 = 0;
          let c11 = 0;
          let c12 = 0;
          let ib = jb | 0;
          for (let ia = 0; ia < i; ib = (ib + 1) | 0, ia = (ia + 1) | 0) {
            const x = a0[ia];
            const y = a1[ia];
            const u = b0[ib];
            const v = b1[ib];
            const w = b2[ib];
            c00 += x * u;
            c01 += x * v;
            c02 += x * w;
            c10 += y * u;
            c11 += y * v;
            c12 += y * w;
          }
          const q = x + i * xRow + j * xCol;
          const r = q + xRow;
          const u = (b0[ib] - c00) / d;
          const v = (b1[ib] - c01) / d;
          const z = (b2[ib] - c02) / d;
          b0[ib] = X[q] = u;
          b1[ib] = v;
          b2[ib] = z;
          if (j + 1 < w) X[q + xCol] = v;
          if (j + 2 < w) X[q + 2 * xCol] = z;
          if (below) {
            ib++;
            b0[ib] = X[r] = (b0[ib] - c10 - l * u) / e;
            b1[ib] = (b1[ib] - c11 - l * v) / e;
            b2[ib] = (b2[ib] - c12 - l * z) / e;
            if (j + 1 < w) X[r + xCol] = b1[ib];
            if (j + 2 < w) X[r + 2 * xCol] = b2[ib];
          }
        }
      }
    }
  };
})();
