import { BOTH, type DivideWork, divideWork, group, LOWER, MIDDLE, UPPER, update } from './divideMerge.ts';
import { exponent, ldexp } from './exponent.ts';
import { pythag } from './ql.ts';
import { qlPair } from './qlPair.ts';
import { secular } from './secular.ts';

const EPS = 2 ** -53;

/** Workspace of bidiagDivide. */
export interface BidiagWork extends DivideWork {
  /** Left vectors of the secular problems; S holds the right ones. */
  readonly P: Float64Array;
}

export const bidiagWorkspace = (n: number): BidiagWork => ({
  ...divideWork(n + 1),
  P: new Float64Array(n * n),
});

/**
 * Singular values d[o..o+n) and vectors of [B₁ 0; α·eᵀ β·eᵀ; 0 B₂] from those of B₁ (half×(half+1)) and B₂ in the diagonal
 * blocks of U and V: they are those of a matrix with a row z and a diagonal (Gu and Eisenstat 1995, §2-§4). The pole of
 * row `half` is 0. Unordered; the last row of V, if `extra`, is orthogonal to the rows of the whole.
 *
 * @returns 0, or -1 if a root was not found
 */
export function bidiagMerge(
  n: number,
  extra: number,
  half: number,
  alpha: number,
  beta: number,
  d: Float64Array,
  o: number,
  U: Float64Array,
  uOff: number,
  uRow: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  w: BidiagWork,
): number {
  const { S, P, z, poles, weights, order, kept, deflated, type } = w;
  const size = n + extra;
  let max = Math.max(Math.abs(alpha), Math.abs(beta));
  d[o + half] = 0;
  for (let j = 0; j < size; j++) {
    const upper = j <= half;
    const row = vOff + j * vRow + half;
    z[j] = upper ? alpha * V[row] : beta * V[row + 1];
    type[j] = j < half ? UPPER : j === half ? MIDDLE : LOWER;
    if (j < n) max = Math.max(max, d[o + j]);
    order[j] = j;
  }
  // Nothing but zeros.
  if (max === 0) return 0;
  // Entries about 1, so that squares neither overflow nor underflow.
  const scale = exponent(max);
  for (let j = 0; j < n; j++) d[o + j] = ldexp(d[o + j], -scale);
  for (let j = 0; j < size; j++) z[j] = ldexp(z[j], -scale);
  const tol = 16 * EPS;
  if (extra === 1) {
    const r = pythag(z[half], z[n]);
    if (r > 0) qlPair(size, V, vOff + half * vRow, vOff + n * vRow, 1, z[half] / r, z[n] / r);
    z[half] = r;
  }
  if (Math.abs(z[half]) <= tol) z[half] = z[half] < 0 ? -tol : tol;
  order.subarray(0, n).sort((i, j) => (i === half ? -1 : j === half ? 1 : d[o + i] - d[o + j]));
  const k = deflate(n, size, tol, half, d, o, U, uOff, uRow, V, vOff, vRow, w);

  const split = group(k, w);
  for (let i = 0; i < k; i++) {
    poles[i] = d[o + kept[i]];
    weights[i] = z[kept[i]];
  }
  if (k > 1) poles[1] = Math.max(poles[1], tol / 2);
  for (let i = 0; i < n - k; i++) z[i] = d[o + deflated[i]];
  for (let i = 0; i < n - k; i++) d[o + k + i] = z[i];
  for (let j = 0; j < k; j++) {
    const root = secular(true, k, j, poles, weights, 1, S, j * k);
    if (Number.isNaN(root)) return -1;
    d[o + j] = root;
  }
  for (let j = 0; j < n; j++) d[o + j] = ldexp(d[o + j], scale);
  vectors(k, w);
  // The middle entries of the rows of U belong to the lower half.
  update(n, n, half, k, split, U, uOff, uRow, P, w);
  update(n, size, half + 1, k, split, V, vOff, vRow, S, w);
  return 0;
}

/** Sets aside the rows that are singular vectors already, after a rotation where two poles are close. */
function deflate(
  n: number,
  size: number,
  tol: number,
  half: number,
  d: Float64Array,
  o: number,
  U: Float64Array,
  uOff: number,
  uRow: number,
  V: Float64Array,
  vOff: number,
  vRow: number,
  { z, order, kept, deflated, type }: DivideWork,
): number {
  let k = 0;
  let out = 0;
  let last = -1;
  kept[k++] = half;
  for (let t = 1; t < n; t++) {
    const j = order[t];
    if (Math.abs(z[j]) <= tol) {
      deflated[out++] = j;
      continue;
    }
    if (last >= 0) {
      const r = pythag(z[j], z[last]);
      const c = z[j] / r;
      const s = -z[last] / r;
      if (Math.abs((d[o + j] - d[o + last]) * c * s) <= tol) {
        z[j] = r;
        if (type[j] !== type[last]) type[j] = BOTH;
        qlPair(n, U, uOff + last * uRow, uOff + j * uRow, 1, c, s);
        qlPair(size, V, vOff + last * vRow, vOff + j * vRow, 1, c, s);
        const low = d[o + last];
        const high = d[o + j];
        d[o + last] = low * c * c + high * s * s;
        d[o + j] = low * s * s + high * c * c;
        deflated[out++] = last;
      } else {
        kept[k++] = last;
      }
    }
    last = j;
  }
  if (last >= 0) kept[k++] = last;
  return k;
}

/** Row j of S, poles² - root², becomes right vector j, that of P left vector j, in the order of the gathered rows. */
function vectors(k: number, { S, P, poles, weights, row, order }: BidiagWork): void {
  // The z for which the computed roots are exact: z_i² = Π (root_j² - pole_i²) / Π (pole_j² - pole_i²).
  for (let i = 0; i < k; i++) row[i] = -1;
  for (let j = 0; j < k; j++) {
    const s = j * k;
    const pole = poles[j];
    for (let i = 0; i < j; i++) row[i] *= S[s + i] / ((poles[i] - pole) * (poles[i] + pole));
    row[j] *= S[s + j];
    for (let i = j + 1; i < k; i++) row[i] *= S[s + i] / ((poles[i] - pole) * (poles[i] + pole));
  }
  for (let i = 0; i < k; i++) weights[i] = weights[i] < 0 ? -Math.sqrt(row[i]) : Math.sqrt(row[i]);
  for (let j = 0; j < k; j++) {
    const s = j * k;
    let right = 0;
    let left = 1;
    for (let i = 0; i < k; i++) {
      const x = weights[i] / S[s + i];
      row[i] = x;
      right += x * x;
      if (i > 0) left += poles[i] * x * (poles[i] * x);
    }
    const a = 1 / Math.sqrt(right);
    const b = 1 / Math.sqrt(left);
    for (let i = 0; i < k; i++) {
      const at = order[i];
      S[s + i] = row[at] * a;
      P[s + i] = at === 0 ? -b : poles[at] * row[at] * b;
    }
  }
}
