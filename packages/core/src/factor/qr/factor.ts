import { reflect, reflector } from '../../kernel/householder.ts';
import { blockT, reflectRows } from '../../kernel/householderBlock.ts';
import { reflectFour } from '../../kernel/householderFour.ts';
import { fourT } from '../../kernel/householderFourT.ts';

/** The numbers behind the QR of a stack: A = Q·R with Q = H₀H₁···H_{k-1}·diag(S), k = min(m, n). */
export interface QRFactors {
  readonly m: number;
  readonly n: number;
  readonly members: number;
  /** Reflections per block. */
  readonly nb: number;
  /** V, T and S of each member, one after the other; see layout. */
  readonly F: Float64Array;
}

// Below, four reflections at a time are faster than gemm on packed copies.
const CACHED = 2 ** 15;
const NB = 32;

/** Reflections per block for an m×n matrix. */
export const blockSize = (m: number, n: number): number => (m * n <= CACHED || Math.min(m, n) <= NB ? 4 : NB);

/**
 * Where the numbers of a member are in F. At v, the vectors of the reflections as rows with their ones and zeros, n×m; at t, T
 * of each block, upper triangular nb×nb; at s, the k signs that make the diagonal of R nonnegative.
 */
export interface Layout {
  readonly v: number;
  readonly t: number;
  readonly s: number;
}

export function layout(m: number, n: number, nb: number, member: number): Layout {
  const k = Math.min(m, n);
  const size = n * m + Math.ceil(k / nb) * nb * nb + k;
  const v = member * size;
  return { v, t: v + n * m, s: v + size - k };
}

/**
 * Factors one member. Its columns are the rows of V (n×m) at first, all of R goes to the row-major R (zero at first).
 */
export function qrFactor(f: QRFactors, member: number, R: Float64Array, r: number): void {
  const { m, n, nb, F } = f;
  const k = Math.min(m, n);
  const { v, t, s } = layout(m, n, nb, member);
  if (nb === 4) {
    panel(m, n, F, v, s, 0, k, n, F, t, R, r);
  } else {
    const fours = new Float64Array(4 * nb);
    const Y = new Float64Array(nb * Math.max(n, nb));
    const Z = new Float64Array(nb * n);
    for (let j = 0; j < k; j += nb) {
      const w = Math.min(nb, k - j);
      panel(m, n, F, v, s, j, j + w, j + w, fours, -4 * j, R, r);
      const block = t + j * nb;
      for (let i = 0; i < w; i++) F[block + i * (nb + 1)] = fours[(i >> 2) * 16 + (i & 3) * 5];
      const first = v + j * (m + 1);
      blockT(w, m - j, F, first, m, F, block, nb, Y);
      if (j + w < n) {
        reflectRows(w, m - j, F, first, m, F, block, nb, F, first + w * m, m, n - j - w, Y, Z);
      }
    }
  }
  for (let c = k; c < n; c++) moveColumn(k, F, v + c * m, s, R, r + c, n);
}

/** Entries i < end of a column of R, where they are final: from F, which keeps zeros, to R. */
export function moveColumn(
  end: number,
  F: Float64Array,
  row: number,
  s: number,
  R: Float64Array,
  r: number,
  n: number,
): void {
  for (let i = 0, p = row, q = r; i < end; i++, p++, q += n) {
    R[q] = F[s + i] * F[p] + 0; // no -0
    F[p] = 0;
  }
}

/** Columns j..end-1, four at a time, each four applied to the columns before `last`; their T are at T[t + 4·column]. */
function panel(
  m: number,
  n: number,
  F: Float64Array,
  v: number,
  s: number,
  j: number,
  end: number,
  last: number,
  T: Float64Array,
  t: number,
  R: Float64Array,
  r: number,
): void {
  for (let g = j; g < end; g += 4) {
    const w = Math.min(4, end - g);
    const block = t + 4 * g;
    const first = v + g * (m + 1);
    for (let c = g; c < g + w; c++) {
      const row = v + c * m;
      moveColumn(c, F, row, s, R, r + c, n);
      const tau = reflector(m - c, F, row + c);
      const beta = F[row + c];
      F[row + c] = 1;
      F[s + c] = beta < 0 ? -1 : 1;
      R[r + c * (n + 1)] = Math.abs(beta);
      T[block + (c - g) * 5] = tau;
      reflect(m - c, F, row + c, tau, F, row + m + c, m, g + w - c - 1);
    }
    fourT(w, m - g, F, first, m, T, block);
    if (g + w < last) {
      reflectFour(true, w, m - g, F, first, m, T, block, F, first + w * m, m, last - g - w);
    }
  }
}
