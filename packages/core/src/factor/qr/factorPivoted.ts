import { ldexp } from '../../kernel/exponent.ts';
import { reflector } from '../../kernel/householder.ts';
import { blockT } from '../../kernel/householderBlock.ts';
import { fourT } from '../../kernel/householderFourT.ts';
import { reflectOnce } from '../../kernel/reflectOnce.ts';
import { workspace } from '../../kernel/workspace.ts';
import { layout, moveColumn, type QRFactors } from './factor.ts';

// A downdated norm that fell below the fourth root of ε of what was last computed has lost half its digits: LAPACK's safeguard
// against cancellation (Drmač and Bujanović 2008).
const LOST = 2 ** -26;

function norm(n: number, X: Float64Array, off: number): number {
  let s = 0;
  for (let p = off; p < off + n; p++) s += X[p] * X[p];
  return Math.sqrt(s);
}

function swapRows(m: number, F: Float64Array, p: number, q: number): void {
  for (let i = 0; i < m; i++) {
    const x = F[p + i];
    F[p + i] = F[q + i];
    F[q + i] = x;
  }
}

/**
 * As qrFactor, but at each step the column with the largest remaining norm goes first (Businger and Golub 1965).
 *
 * perm gets the order of the columns, from o on. Column j was 2^e[j] times as large in A, which its norms are to be compared with.
 */
export function qrFactorPivoted(
  f: QRFactors,
  member: number,
  R: Float64Array,
  r: number,
  perm: Int32Array,
  o: number,
  e: Int32Array | null,
): void {
  const { m, n, nb, F } = f;
  const k = Math.min(m, n);
  const { v, t, s } = layout(m, n, nb, member);
  // Norms of what is left of each column: as downdated; n later, as they were computed last; 2n later, the columns' weights. 3n later,
  // the multiple of the last reflection's vector that is still to be taken off the rows below it.
  const left = workspace(4 * n);
  const w = 3 * n;
  const top = e ? Math.max(...e) : 0;
  for (let j = 0; j < n; j++) {
    perm[o + j] = j;
    left[2 * n + j] = e ? ldexp(1, e[j] - top) : 1;
    left[j] = left[n + j] = norm(m, F, v + j * m);
    left[w + j] = 0;
  }
  for (let c = 0; c < k; c++) {
    let best = c;
    for (let j = c + 1; j < n; j++) if (left[j] * left[2 * n + j] > left[best] * left[2 * n + best]) best = j;
    if (best !== c) {
      swapRows(m, F, v + c * m, v + best * m);
      const at = perm[o + c];
      perm[o + c] = perm[o + best];
      perm[o + best] = at;
      for (let q = 0; q < 4 * n; q += n) {
        const own = left[q + c];
        left[q + c] = left[q + best];
        left[q + best] = own;
      }
    }
    const row = v + c * (m + 1);
    // In the first step nothing is taken off of anything.
    const before = c === 0 ? row : row - m;
    for (let i = 0; i < m - c; i++) F[row + i] -= left[w + c] * F[before + i];
    const tau = reflector(m - c, F, row);
    const beta = F[row];
    F[row] = 1;
    F[s + c] = beta < 0 ? -1 : 1;
    R[r + c * (n + 1)] = Math.abs(beta);
    F[t + Math.floor(c / nb) * nb * nb + (c % nb) * (nb + 1)] = tau;
    reflectOnce(m - c, F, before, F, row, tau, F, row + m, m, n - c - 1, left, w + c + 1);
    for (let j = c + 1, p = row + m; j < n; j++, p += m) {
      F[p] -= left[w + j];
      if (left[j] === 0) continue;
      const q = Math.abs(F[p]) / left[j];
      const part = Math.max(0, (1 - q) * (1 + q));
      const ratio = left[j] / left[n + j];
      if (part * ratio * ratio > LOST) {
        left[j] *= Math.sqrt(part);
        continue;
      }
      for (let i = 1; i < m - c; i++) F[p + i] -= left[w + j] * F[row + i];
      left[w + j] = 0;
      left[j] = left[n + j] = norm(m - c - 1, F, p + 1);
    }
  }
  for (let c = 0; c < n; c++) moveColumn(Math.min(c, k), F, v + c * m, s, R, r + c, n);
  const G = workspace(nb * nb);
  for (let j = 0; j < k; j += nb) {
    const w = Math.min(nb, k - j);
    const first = v + j * (m + 1);
    if (nb === 4) fourT(w, m - j, F, first, m, F, t + 4 * j);
    else blockT(w, m - j, F, first, m, F, t + j * nb, nb, G);
  }
}
