/** Packs panels of two matrices and multiplies them. */
export interface Panels {
  /**
   * Packs `lines` rows of A (columns of B) of length kc: entry p of line l is X[off + l·line + p·along].
   */
  pack(
    ofA: boolean,
    lines: number,
    kc: number,
    X: Float64Array,
    off: number,
    line: number,
    along: number,
  ): void;
  /** C += alpha·(packed A)(packed B) for an mc×nc block of C, in row i for columns up to i + diag only. */
  multiply(
    mc: number,
    nc: number,
    kc: number,
    alpha: number,
    C: Float64Array,
    off: number,
    cRow: number,
    diag: number,
  ): void;
}

// Products of packed panels, 2×3 entries of C at a time, after Goto and van de Geijn 2008.
export const KC = 256;
export const MC = 96;
export const NC = 192;

export const scalarPanels: Panels = /* @__PURE__ */ (() => {
  // Every packed row of A and column of B is a constant array, all of one length: V8 then folds base address and bounds
  // into the code and keeps one check per index, which doubles the speed of the loop. 2×3 is the largest tile whose
  // products stay in the 15 free vector registers. Both hold only if this closure exists once, and only for true
  // constants: at the top of the module, bundlers would make them `var`.
  const len = KC * (NC / 3);
  const ALL = new Float64Array(5 * len);
  const line = (l: number) => new Float64Array(ALL.buffer, l * len * 8, len);
  const [A0, A1, B0, B1, B2] = [line(0), line(1), line(2), line(3), line(4)];

  return {
    pack(ofA, lines, kc, X, off, line, along) {
      const all = ALL;
      const width = ofA ? 2 : 3;
      for (let l = 0, p = off, d = ofA ? 0 : 2 * len; l < lines; l += width, p += width * line) {
        // Past the last line the first one of the panel stands in: what becomes of it is not read.
        const one = l + 1 < lines ? line : 0;
        const two = l + 2 < lines ? 2 * line : 0;
        for (let q = p, end = d + kc; d < end; d++, q += along) {
          all[d] = X[q];
          all[d + len] = X[q + one];
          if (!ofA) all[d + 2 * len] = X[q + two];
        }
      }
    },

    multiply(mc, nc, kc, alpha, C, off, cRow, diag) {
      // Read here, before the loops: inside them V8 would find out too late that they are constant.
      const a0 = A0;
      const a1 = A1;
      const b0 = B0;
      const b1 = B1;
      const b2 = B2;
      for (let j = 0, jb = 0; j < nc; j += 3, jb += kc) {
        const first = Math.max(0, (j - diag) & -2);
        for (let i = first, ia = (i >> 1) * kc; i < mc; i += 2) {
          let c00 = 0;
          let c01 = 0;
          let c02 = 0;
          let c10 = 0;
          let c11 = 0;
          let c12 = 0;
          for (let ib = jb | 0, end = (jb + kc) | 0; ib < end; ib = (ib + 1) | 0, ia = (ia + 1) | 0) {
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
          const p = off + i * cRow + j;
          const e = Math.min(nc, diag + i + 1);
          if (j < e) C[p] += alpha * c00;
          if (j + 1 < e) C[p + 1] += alpha * c01;
          if (j + 2 < e) C[p + 2] += alpha * c02;
          if (i + 1 < mc) {
            const q = p + cRow;
            const g = Math.min(nc, diag + i + 2);
            C[q] += alpha * c10;
            if (j + 1 < g) C[q + 1] += alpha * c11;
            if (j + 2 < g) C[q + 2] += alpha * c12;
          }
        }
      }
    },
  };
})();
