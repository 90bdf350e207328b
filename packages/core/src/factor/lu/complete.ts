import { swap } from '../../kernel/swap.ts';

/**
 * P·F·Q = L·U in place by complete pivoting, whose growth is small for every matrix (Wilkinson 1961).
 *
 * Column k was exchanged with colPiv[k] >= k. Several times slower than luFactor: for the matrices where that one's
 * entries grow.
 *
 * @returns the first zero pivot, which is then the rank, or -1
 */
export function luComplete(
  n: number,
  F: Float64Array,
  off: number,
  piv: Int32Array,
  colPiv: Int32Array,
  pivOff: number,
): number {
  for (let k = 0; k < n; k++) {
    let best = 0;
    let r = k;
    let c = k;
    for (let i = k; i < n; i++) {
      for (let j = k; j < n; j++) {
        const x = Math.abs(F[off + i * n + j]);
        if (x > best) {
          best = x;
          r = i;
          c = j;
        }
      }
    }
    piv[pivOff + k] = r;
    colPiv[pivOff + k] = c;
    if (best === 0) {
      for (let i = k + 1; i < n; i++) piv[pivOff + i] = colPiv[pivOff + i] = i;
      return k;
    }
    swap(n, F, off + k, off + c, n);
    swap(n, F, off + k * n, off + r * n, 1);
    const row = off + k * n;
    for (let i = k + 1; i < n; i++) {
      const q = off + i * n;
      const s = F[q + k] / F[row + k];
      F[q + k] = s;
      for (let j = k + 1; j < n; j++) F[q + j] -= s * F[row + j];
    }
  }
  return -1;
}
