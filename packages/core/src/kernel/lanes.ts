// Matrices of at most S columns under rotations of their columns. Row r of one that starts at group g is in lane r & 3 from
// (g + (r >> 2))·S on, so that a rotation of four rows takes two indices into four constant arrays (see panels.ts). The last group
// may have rows that nobody asked for.
const S = 32;
const GROUPS = 40;
const SIZE = GROUPS * S;

/** Entries that differ by rounding only count as equal. */
export const EQUAL = 1 - 2 ** -26;

/** How many groups so many rows take. */
export const groupsOf = (rows: number): number => (rows + 3) >> 2;

export const lanes = /* @__PURE__ */ (() => {
  // Apart by no multiple of 4096 bytes: what is written to one lane would delay what is read of another.
  const all = new Float64Array(4 * SIZE + 3 * 136);
  const lane = (l: number) => all.subarray(l * (SIZE + 136), l * (SIZE + 136) + SIZE);
  const [W0, W1, W2, W3] = [lane(0), lane(1), lane(2), lane(3)];
  const each = [W0, W1, W2, W3];
  const inOrder = Int32Array.from(W0.subarray(0, S), (_, j) => j);
  const ones = new Float64Array(S).fill(1);

  return {
    /** The rows×n matrix with entry (r, j) at X[x + r·row + j·step]. */
    load(
      first: number,
      rows: number,
      n: number,
      X: Float64Array,
      x: number,
      row: number,
      step: number,
    ): void {
      for (let r = 0; r < rows; r++) {
        const W = each[r & 3];
        for (let q = (first + (r >> 2)) * S, end = q + n, p = x + r * row; q < end; q++, p += step)
          W[q] = X[p];
      }
    },

    /** The n×n identity. */
    unit(first: number, n: number): void {
      for (let r = 0; r < n; r++) {
        const at = (first + (r >> 2)) * S;
        each[r & 3].fill(0, at, at + n);
        each[r & 3][at + r] = 1;
      }
    },

    /** Columns p, q := c·p + s·q, c·q - s·p. */
    rotate(first: number, rows: number, p: number, q: number, c: number, s: number): void {
      const w0 = W0;
      const w1 = W1;
      const w2 = W2;
      const w3 = W3;
      const end = ((first + groupsOf(rows)) * S) | 0;
      for (let i = (first * S + p) | 0, j = (first * S + q) | 0; i < end; i = (i + S) | 0, j = (j + S) | 0) {
        const x0 = w0[i];
        const y0 = w0[j];
        const x1 = w1[i];
        const y1 = w1[j];
        const x2 = w2[i];
        const y2 = w2[j];
        const x3 = w3[i];
        const y3 = w3[j];
        w0[i] = c * x0 + s * y0;
        w0[j] = c * y0 - s * x0;
        w1[i] = c * x1 + s * y1;
        w1[j] = c * y1 - s * x1;
        w2[i] = c * x2 + s * y2;
        w2[j] = c * y2 - s * x2;
        w3[i] = c * x3 + s * y3;
        w3[j] = c * y3 - s * x3;
      }
    },

    /** signs[j] := that of the entry of largest magnitude in column j < n, the first of equals. */
    point(first: number, rows: number, n: number, signs: Float64Array): void {
      for (let j = 0; j < n; j++) {
        let most = 0;
        let sign = 1;
        for (let r = 0, q = first * S + j; r < rows; r++) {
          const x = each[r & 3][q + (r >> 2) * S];
          const size = Math.abs(x);
          if (size * EQUAL <= most) continue;
          most = size;
          sign = x < 0 ? -1 : 1;
        }
        signs[j] = sign;
      }
    },

    /** Column j of X, its entries as in load, := column order[j] times its sign. */
    store(
      first: number,
      rows: number,
      n: number,
      X: Float64Array,
      x: number,
      row: number,
      step: number,
      order = inOrder,
      signs = ones,
    ): void {
      for (let r = 0; r < rows; r++) {
        const W = each[r & 3];
        const q = (first + (r >> 2)) * S;
        for (let j = 0, p = x + r * row; j < n; j++, p += step) {
          const from = order[j];
          X[p] = signs[from] * W[q + from];
        }
      }
    },
  };
})();
