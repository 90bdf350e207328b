import { exponent, ldexp } from './exponent.ts';
import { gemm } from './gemm.ts';
import { pythag } from './ql.ts';
import { qlPair } from './qlPair.ts';
import { secular } from './secular.ts';

const EPS = 2 ** -53;

/** Workspace of divide for n×n matrices. */
export interface DivideWork {
  /** n×n each: gathered eigenvectors, and those of the secular problems. */
  readonly Q: Float64Array;
  readonly S: Float64Array;
  readonly z: Float64Array;
  readonly poles: Float64Array;
  readonly weights: Float64Array;
  readonly roots: Float64Array;
  readonly row: Float64Array;
  readonly order: Int32Array;
  readonly kept: Int32Array;
  readonly deflated: Int32Array;
  readonly type: Int32Array;
}

export function divideWork(n: number): DivideWork {
  const f = () => new Float64Array(n);
  const i = () => new Int32Array(n);
  return {
    Q: new Float64Array(n * n),
    S: new Float64Array(n * n),
    z: f(),
    poles: f(),
    weights: f(),
    roots: f(),
    row: f(),
    order: i(),
    kept: i(),
    deflated: i(),
    type: i(),
  };
}

/** What entries of a vector are not zero: those of the upper half, of both, of the lower half. */
export const UPPER = 0;
export const MIDDLE = 1;
export const BOTH = 2;
export const LOWER = 3;

/**
 * Eigenvalues d[o..o+n) and eigenvectors, the rows of Z, of Qᵀ·(diag(d) + 2|beta|·z·zᵀ)·Q for the block diagonal Q in Z, of
 * which the first block is half×half, and z = (last column of the first block, ± first column of the second)/√2.
 *
 * Cuppen 1981; deflation as in LAPACK's dlaed2; z is computed anew from the roots so that the eigenvectors are orthogonal
 * (Gu and Eisenstat 1994). Unordered.
 *
 * @returns 0, or -1 if a root was not found
 */
export function divideMerge(
  n: number,
  half: number,
  beta: number,
  d: Float64Array,
  o: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  w: DivideWork,
): number {
  const { S, z, poles, weights, roots, order, kept, deflated, type } = w;
  const sign = beta < 0 ? -1 : 1;
  let max = 2 * Math.abs(beta);
  for (let j = 0; j < n; j++) {
    const upper = j < half;
    const row = zOff + j * zRow + half;
    z[j] = Math.SQRT1_2 * (upper ? Z[row - 1] : sign * Z[row]);
    type[j] = upper ? UPPER : LOWER;
    max = Math.max(max, Math.abs(d[o + j]));
    order[j] = j;
  }
  // Entries about 1, so that squares neither overflow nor underflow.
  const scale = exponent(max);
  for (let j = 0; j < n; j++) d[o + j] = ldexp(d[o + j], -scale);
  const rho = 2 * ldexp(Math.abs(beta), -scale);
  order.subarray(0, n).sort((i, j) => d[o + i] - d[o + j]);
  const k = deflate(n, rho, 16 * EPS, d, o, Z, zOff, zRow, w);
  if (k === 0) {
    for (let j = 0; j < n; j++) d[o + j] = ldexp(d[o + j], scale);
    return 0;
  }

  const split = group(k, w);
  for (let i = 0; i < k; i++) {
    poles[i] = d[o + kept[i]];
    weights[i] = z[kept[i]];
  }
  for (let i = 0; i < n - k; i++) z[i] = d[o + deflated[i]];
  for (let i = 0; i < n - k; i++) d[o + k + i] = z[i];
  for (let j = 0; j < k; j++) {
    roots[j] = secular(false, k, j, poles, weights, rho, S, j * k);
    if (Number.isNaN(roots[j])) return -1;
    d[o + j] = roots[j];
  }
  for (let j = 0; j < n; j++) d[o + j] = ldexp(d[o + j], scale);
  vectors(k, w);
  update(n, n, half, k, split, Z, zOff, zRow, S, w);
  return 0;
}

/** Puts the indices of the kept vectors into `order` by type; `first` and `both` are where the zeros end and begin. */
export function group(k: number, { order, kept, type }: DivideWork): { first: number; both: number } {
  let next = 0;
  let first = 0;
  let both = 0;
  for (let t = UPPER; t <= LOWER; t++) {
    for (let i = 0; i < k; i++) if (type[kept[i]] === t) order[next++] = i;
    if (t === UPPER) first = next;
    if (t === BOTH) both = next;
  }
  return { first, both };
}

/**
 * The vectors in the first n rows of X, of length `size`: k of them T·(those kept), without their zeros beyond `half`, then
 * those deflated.
 */
export function update(
  n: number,
  size: number,
  half: number,
  k: number,
  { first, both }: { first: number; both: number },
  X: Float64Array,
  xOff: number,
  xRow: number,
  T: Float64Array,
  { Q, order, kept, deflated }: DivideWork,
): void {
  const rest = size - half;
  const lower = both * half;
  const dropped = lower + (k - first) * rest;
  for (let i = 0; i < both; i++) copy(half, X, xOff + kept[order[i]] * xRow, Q, i * half);
  for (let i = first; i < k; i++) {
    copy(rest, X, xOff + kept[order[i]] * xRow + half, Q, lower + (i - first) * rest);
  }
  for (let i = 0; i < n - k; i++) copy(size, X, xOff + deflated[i] * xRow, Q, dropped + i * size);
  gemm(k, half, both, 1, T, 0, k, 1, Q, 0, half, 1, 0, X, xOff, xRow);
  gemm(k, rest, k - first, 1, T, first, k, 1, Q, lower, rest, 1, 0, X, xOff + half, xRow);
  for (let i = 0; i < n - k; i++) copy(size, Q, dropped + i * size, X, xOff + (k + i) * xRow);
}

function copy(n: number, X: Float64Array, p: number, Y: Float64Array, q: number): void {
  for (let i = 0; i < n; i++) Y[q + i] = X[p + i];
}

/** Sets aside the rows that are eigenvectors already, after a rotation where two poles are close; counts the others. */
function deflate(
  n: number,
  rho: number,
  tol: number,
  d: Float64Array,
  o: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
  { z, order, kept, deflated, type }: DivideWork,
): number {
  let k = 0;
  let out = 0;
  let last = -1;
  for (let t = 0; t < n; t++) {
    const j = order[t];
    if (rho * Math.abs(z[j]) <= tol) {
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
        qlPair(n, Z, zOff + last * zRow, zOff + j * zRow, 1, c, s);
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

/** Row j of S, poles - root j, becomes eigenvector j, its entries in the order of the gathered rows. */
function vectors(k: number, { S, poles, weights, row, order }: DivideWork): void {
  // The z for which the computed roots are exact: z_i² = Π (root_j - pole_i) / Π (pole_j - pole_i), up to a factor.
  for (let i = 0; i < k; i++) row[i] = -1;
  for (let j = 0; j < k; j++) {
    const s = j * k;
    const pole = poles[j];
    for (let i = 0; i < j; i++) row[i] *= S[s + i] / (poles[i] - pole);
    row[j] *= S[s + j];
    for (let i = j + 1; i < k; i++) row[i] *= S[s + i] / (poles[i] - pole);
  }
  for (let i = 0; i < k; i++) weights[i] = weights[i] < 0 ? -Math.sqrt(row[i]) : Math.sqrt(row[i]);
  for (let j = 0; j < k; j++) {
    const s = j * k;
    let sum = 0;
    for (let i = 0; i < k; i++) {
      const x = weights[i] / S[s + i];
      row[i] = x;
      sum += x * x;
    }
    const scale = 1 / Math.sqrt(sum);
    for (let i = 0; i < k; i++) S[s + i] = row[order[i]] * scale;
  }
}
