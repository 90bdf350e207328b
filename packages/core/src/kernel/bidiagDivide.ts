import { type BidiagWork, bidiagMerge } from './bidiagMerge.ts';
import { bidiagQR } from './bidiagQR.ts';
import { groupsOf, lanes } from './lanes.ts';
import { pythag } from './ql.ts';

const LEAF = 16;

/**
 * Singular values of the upper bidiagonal n×(n+extra) matrix with diagonal d[o..o+n) and e[o..o+n-1+extra) beside it,
 * entries about 1, extra 0 or 1; left vectors in the rows of U (n×n) and right ones in those of V (n+extra), which hold
 * zeros at first; by divide and conquer (Gu and Eisenstat 1995). Unordered, but for the last row of V if `extra`: B·v = 0.
 *
 * @returns 0, or -1 if an iteration did not converge
 */
export function bidiagDivide(
  n: number,
  extra: number,
  d: Float64Array,
  e: Float64Array,
  o: number,
  U: Float64Array,
  uOff: number,
  uRow: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  work: BidiagWork,
): number {
  // A zero beside the diagonal separates what is above from what is below, which may be of any other size.
  for (let i = 0; i < n - 1; i++) {
    if (e[o + i] !== 0) continue;
    const u = uOff + (i + 1) * (uRow + 1);
    const v = vOff + (i + 1) * (vRow + 1);
    if (bidiagDivide(i + 1, 0, d, e, o, U, uOff, uRow, V, vOff, vRow, work) < 0) return -1;
    return bidiagDivide(n - i - 1, extra, d, e, o + i + 1, U, u, uRow, V, v, vRow, work);
  }
  if (n <= LEAF) {
    const v = groupsOf(n);
    lanes.unit(0, n);
    lanes.unit(v, n + extra);
    if (extra === 1) square(n, d, e, o, v);
    const sweeps = bidiagQR(n, d, e, o, n, n + extra);
    lanes.store(0, n, n, U, uOff, 1, uRow);
    lanes.store(v, n + extra, n + extra, V, vOff, 1, vRow);
    return Math.min(0, sweeps);
  }
  // B₁ (half×(half+1)), a row α·eᵀ, β·eᵀ, and B₂ below.
  const half = n >> 1;
  const alpha = d[o + half];
  const beta = e[o + half];
  const low = half + 1;
  const u = uOff + half * (uRow + 1);
  U[u] = 1;
  const v = vOff + low * (vRow + 1);
  if (bidiagDivide(half, 1, d, e, o, U, uOff, uRow, V, vOff, vRow, work) < 0) return -1;
  if (bidiagDivide(n - low, extra, d, e, o + low, U, u + uRow + 1, uRow, V, v, vRow, work) < 0) return -1;
  return bidiagMerge(n, extra, half, alpha, beta, d, o, U, uOff, uRow, V, vOff, vRow, work);
}

/** Rotates the last column of an n×(n+1) matrix into the others, and with them the columns of V in lanes at v. */
function square(n: number, d: Float64Array, e: Float64Array, o: number, v: number): void {
  let f = e[o + n - 1];
  for (let i = n - 1; i >= 0; i--) {
    const r = pythag(d[o + i], f);
    if (r === 0) return;
    const c = d[o + i] / r;
    const s = f / r;
    d[o + i] = r;
    lanes.rotate(v, n + 1, i, n, c, s);
    if (i === 0) return;
    f = -s * e[o + i - 1];
    e[o + i - 1] *= c;
  }
}
