import { gemmSmall } from './gemmSmall.ts';

// Products of packed panels, 2×3 entries of C at a time, after Goto and van de Geijn 2008.
const KC = 256;
const MC = 96;
const NC = 192;
const LEN = 16384; // KC · max(MC/2, NC/3)

/** Packing and multiplying of panels, over buffers of their own. */
const panels = /* @__PURE__ */ (() => {
  // Every packed row of A and column of B is a constant array, all of one length: V8 then folds base address and bounds
  // into the code and keeps one check per index, which doubles the speed of the loop. 2×3 is the largest tile whose
  // products stay in the 15 free vector registers. Both hold only if this closure exists once, and only for true
  // constants: at the top of the module, bundlers would make them `var`.
  const a0 = new Float64Array(LEN);
  const a1 = new Float64Array(LEN);
  const b0 = new Float64Array(LEN);
  const b1 = new Float64Array(LEN);
  const b2 = new Float64Array(LEN);
  const rows = [a0, a1];
  const columns = [b0, b1, b2];

  return {
    /** dst[panel·kc + p] := line(panel·step + its index in dst)[p], zero past the last line. */
    pack(
      ofA: boolean,
      lines: number,
      kc: number,
      X: Float64Array,
      off: number,
      line: number,
      along: number,
    ): void {
      const panel = ofA ? rows : columns;
      for (let l = 0, at = 0; l < lines; at += kc) {
        for (const dst of panel) {
          for (let d = at, q = off + l * line; d < at + kc; d++, q += along) dst[d] = l < lines ? X[q] : 0;
          l++;
        }
      }
    },

    /** C += alpha·(packed A)(packed B) for an mc×nc block of C. */
    multiply(
      mc: number,
      nc: number,
      kc: number,
      alpha: number,
      C: Float64Array,
      off: number,
      cRow: number,
    ): void {
      for (let j = 0, jb = 0; j < nc; j += 3, jb += kc) {
        for (let i = 0, ia = 0; i < mc; i += 2) {
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
          C[p] += alpha * c00;
          if (j + 1 < nc) C[p + 1] += alpha * c01;
          if (j + 2 < nc) C[p + 2] += alpha * c02;
          if (i + 1 < mc) {
            const q = p + cRow;
            C[q] += alpha * c10;
            if (j + 1 < nc) C[q + 1] += alpha * c11;
            if (j + 2 < nc) C[q + 2] += alpha * c12;
          }
        }
      }
    },
  };
})();

/**
 * C := alpha·A·B + beta·C; A is m×k, B is k×n by any row and column strides (so transposes cost no copy),
 * C is m×n with row stride cRow. beta = 0 overwrites C whatever it holds. C must not overlap A or B.
 */
export function gemm(
  m: number,
  n: number,
  k: number,
  alpha: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  aCol: number,
  B: Float64Array,
  bOff: number,
  bRow: number,
  bCol: number,
  beta: number,
  C: Float64Array,
  cOff: number,
  cRow: number,
): void {
  if (beta !== 1) {
    for (let i = 0; i < m; i++) {
      const o = cOff + i * cRow;
      for (let j = o; j < o + n; j++) C[j] = beta === 0 ? 0 : beta * C[j];
    }
  }
  if (n < 3 || m < 2 || m * n * k < 2048) {
    gemmSmall(m, n, k, alpha, A, aOff, aRow, aCol, B, bOff, bRow, bCol, C, cOff, cRow);
    return;
  }
  for (let j = 0; j < n; j += NC) {
    const nc = Math.min(NC, n - j);
    for (let l = 0; l < k; l += KC) {
      const kc = Math.min(KC, k - l);
      const bo = bOff + j * bCol + l * bRow;
      panels.pack(false, nc, kc, B, bo, bCol, bRow);
      for (let i = 0; i < m; i += MC) {
        const mc = Math.min(MC, m - i);
        const ao = aOff + i * aRow + l * aCol;
        panels.pack(true, mc, kc, A, ao, aRow, aCol);
        panels.multiply(mc, nc, kc, alpha, C, cOff + i * cRow + j, cRow);
      }
    }
  }
}
