import { bidiagSmall } from './bidiagSmall.ts';
import { gemm } from './gemm.ts';
import { panelDot, panelSubtract } from './symvPanel.ts';
import { tridiagReflector } from './tridiagReflector.ts';

const NB = 16;
// Matrices of fewer entries are in cache, where one reflector at a time is as fast.
const SMALL = 2 ** 18;

/** Numbers of workspace that bidiag needs. */
export const bidiagWork = (m: number, n: number): number => NB * (m + n) + Math.max(NB, n);

/**
 * B = Uᵀ·A·V upper bidiagonal for m×n A, m >= n, which is lost; half of it as matrix products (Dongarra, Sorensen and
 * Hammarling 1989): after NB reflectors on either side the rest of A is A - Uᵀ·Y - Xᵀ·V.
 *
 * U = H_0·H_1···, H_i = I - tauL_i·u_iᵀ·u_i for row i of L (n×m, zero before i, then 1); V the same with R (n×n, 1 at
 * i + 1) and tauR. d gets the diagonal, e the n-1 entries beside it. L and R hold zeros at first.
 */
export function bidiag(
  m: number,
  n: number,
  A: Float64Array,
  aOff: number,
  aRow: number,
  d: Float64Array,
  e: Float64Array,
  L: Float64Array,
  tauL: Float64Array,
  R: Float64Array,
  tauR: Float64Array,
  work: Float64Array,
): void {
  const X = work;
  const Y = work.subarray(NB * m);
  const c = work.subarray(NB * (m + n));
  let first = 0;
  for (; (m - first) * (n - first) > SMALL; first += NB) {
    const count = Math.min(NB, n - first);
    for (let t = 0; t < count; t++) {
      const i = first + t;
      const u = i * m + i;
      const x = t * m + i;
      for (let r = i; r < m; r++) L[i * m + r] = A[aOff + r * aRow + i];
      panelSubtract(t, m - i, L, first * m + i, m, Y, i, n, L, u);
      panelSubtract(t, m - i, X, i, m, R, first * n + i, n, L, u);
      tauL[i] = tridiagReflector(m - i - 1, L, u + 1, 1, u);
      d[i] = L[u];
      L[u] = 1;
      const length = n - i - 1;
      if (length === 0) break;

      const a = aOff + i * aRow + i + 1;
      const y = t * n + i + 1;
      const v = i * n + i + 1;
      for (let j = y; j < y + length; j++) Y[j] = 0;
      panelSubtract(m - i, length, A, a, aRow, L, u, 1, Y, y);
      for (let j = y; j < y + length; j++) Y[j] = -Y[j];
      panelDot(t, m - i, L, first * m + i, m, L, u, c, 0);
      panelSubtract(t, length, Y, i + 1, n, c, 0, 1, Y, y);
      panelDot(t, m - i, X, i, m, L, u, c, 0);
      panelSubtract(t, length, R, first * n + i + 1, n, c, 0, 1, Y, y);
      for (let j = y; j < y + length; j++) Y[j] *= tauL[i];

      for (let j = 0; j < length; j++) R[v + j] = A[a + j];
      panelSubtract(t + 1, length, Y, i + 1, n, L, first * m + i, m, R, v);
      panelSubtract(t, length, R, first * n + i + 1, n, X, i, m, R, v);
      tauR[i] = tridiagReflector(length - 1, R, v + 1, 1, v);
      e[i] = R[v];
      R[v] = 1;

      panelDot(m - i - 1, length, A, a + aRow, aRow, R, v, X, x + 1);
      panelDot(t + 1, length, Y, i + 1, n, R, v, c, 0);
      panelSubtract(t + 1, m - i - 1, L, first * m + i + 1, m, c, 0, 1, X, x + 1);
      panelDot(t, length, R, first * n + i + 1, n, R, v, c, 0);
      panelSubtract(t, m - i - 1, X, i + 1, m, c, 0, 1, X, x + 1);
      for (let r = x + 1; r < x + m - i; r++) X[r] *= tauR[i];
    }
    const next = first + count;
    const p = aOff + next * (aRow + 1);
    gemm(m - next, n - next, count, -1, L, first * m + next, 1, m, Y, next, n, 1, 1, A, p, aRow);
    gemm(m - next, n - next, count, -1, X, next, 1, m, R, first * n + next, n, 1, 1, A, p, aRow);
  }
  const [rest, tail] = [m - first, n - first];
  if (tail <= 0) return;
  const p = aOff + first * (aRow + 1);
  const [tauLeft, tauRight] = [tauL.subarray(first), tauR.subarray(first)];
  bidiagSmall(
    false,
    rest,
    tail,
    A,
    p,
    aRow,
    d.subarray(first),
    e.subarray(first),
    A,
    0,
    0,
    tauLeft,
    tauRight,
    c,
    X,
  );
  for (let i = 0; i < tail; i++) {
    const u = (first + i) * m + first;
    for (let r = i; r < rest; r++) L[u + r] = A[p + r * aRow + i];
    const v = (first + i) * n + first;
    for (let j = i + 1; j < tail; j++) R[v + j] = A[p + i * aRow + j];
  }
}
