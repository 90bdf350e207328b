import { reflectBlock } from './reflectBlock.ts';
import { panelDot, panelSubtract } from './symvPanel.ts';
import { tridiagReflector } from './tridiagReflector.ts';

/**
 * B = Uᵀ·A·V upper bidiagonal, as in bidiag, for small m×n A, m >= n, with row stride aRow, by one reflector at a time.
 *
 * d gets the diagonal of B, e the n-1 entries beside it. If `vectors`, U (its first n columns) overwrites A and V, n×n
 * with row stride vRow, is filled. tauL, tauR, row: n numbers of workspace each; x: m.
 */
export function bidiagSmall(
  vectors: boolean,
  m: number,
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  d: Float64Array,
  e: Float64Array,
  V: Float64Array,
  vOff: number,
  vRow: number,
  tauL: Float64Array,
  tauR: Float64Array,
  row: Float64Array,
  x: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const p = aOff + i * (aRow + 1);
    const t = tridiagReflector(m - i - 1, A, p + aRow, aRow, p);
    tauL[i] = t;
    d[i] = A[p];
    A[p] = 1;
    if (i === n - 1) break;
    // The rest becomes A - u·(tᵀ·row) - (x·g): row from H_i, the first row of the rest, g and x from G_i.
    const q = p + 1;
    const length = n - i - 1;
    for (let j = 0; j < length; j++) row[j] = 0;
    if (t !== 0) panelSubtract(m - i, length, A, q, aRow, A, p, aRow, row, 0);
    for (let j = 0; j < length; j++) {
      row[j] *= -t;
      A[q + j] -= row[j];
    }
    const s = tridiagReflector(length - 1, A, q + 1, 1, q);
    tauR[i] = s;
    e[i] = A[q];
    A[q] = 1;
    let dot = 0;
    for (let j = 0; j < length; j++) dot += row[j] * A[q + j];
    panelDot(m - i - 1, length, A, q + aRow, aRow, A, q, x, 0);
    for (let r = 0, u = p + aRow; r < m - i - 1; r++, u += aRow) x[r] = s * (x[r] - A[u] * dot);
    subtractTwo(m - i - 1, length, A, q, aRow, row, x);
  }
  if (!vectors) return;
  // V = G_0·(G_1·(···)): the first row and column of each block that G_i acts on are those of I.
  for (let i = n - 1; i >= 0; i--) {
    const v = vOff + i * (vRow + 1);
    V[v] = 1;
    for (let j = 1; j < n - i; j++) {
      V[v + j] = 0;
      V[v + j * vRow] = 0;
    }
    if (i === 0) break;
    reflectBlock(tauR[i - 1], n - i, n - i, A, aOff + (i - 1) * (aRow + 1) + 1, 1, V, v, vRow, row);
  }
  // U the same, in place: column i holds u_i until H_i is applied.
  for (let i = n - 1; i >= 0; i--) {
    const p = aOff + i * (aRow + 1);
    const t = tauL[i];
    for (let j = 1; j < n - i; j++) A[p + j] = 0;
    reflectBlock(t, m - i, n - i - 1, A, p, aRow, A, p + 1, aRow, row);
    A[p] = 1 - t;
    for (let r = 1, x = p + aRow; r < m - i; r++, x += aRow) A[x] *= -t;
  }
}

/** The m×n block below q := block - u·row - x·g for the column u left of it and the row g above it. */
function subtractTwo(
  m: number,
  n: number,
  A: Float64Array,
  q: number,
  aRow: number,
  row: Float64Array,
  x: Float64Array,
): void {
  let r = 0;
  let p = q + aRow;
  for (; r + 1 < m; r += 2, p += 2 * aRow) {
    const u0 = A[p - 1];
    const u1 = A[p + aRow - 1];
    const x0 = x[r];
    const x1 = x[r + 1];
    for (let j = 0; j < n; j++) {
      const v = row[j];
      const g = A[q + j];
      A[p + j] -= u0 * v + x0 * g;
      A[p + aRow + j] -= u1 * v + x1 * g;
    }
  }
  if (r < m) {
    const u0 = A[p - 1];
    const x0 = x[r];
    for (let j = 0; j < n; j++) A[p + j] -= u0 * row[j] + x0 * A[q + j];
  }
}
