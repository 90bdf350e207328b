import { gemm } from '../../kernel/gemm.ts';

const UNBLOCKED = 24;
const LEAF = 12;
const STRIP = 48;

/**
 * Lower Cholesky factor of a row-major n×n matrix, in place; above the diagonal F must be zero and stays so.
 *
 * Columns are halved recursively, so nearly all of the work is gemm, in strips that waste little above the diagonal.
 *
 * @returns the first index whose pivot is not positive (F then holds that pivot on its diagonal), or -1
 */
export function choleskyFactor(n: number, F: Float64Array, off: number): number {
  if (n <= UNBLOCKED) return leaf(n, F, off, 0, n);
  const failed = columns(n, F, off, 0, n);
  // The strips of gemm reach above the diagonal.
  for (let i = 0; i < n; i++) F.fill(0, off + i * n + i + 1, off + i * n + n);
  return failed;
}

function columns(n: number, F: Float64Array, off: number, j: number, w: number): number {
  if (w <= LEAF) return leaf(n, F, off, j, w);
  const h = w >> 1;
  const failed = columns(n, F, off, j, h);
  if (failed >= 0) return failed;
  for (let c = j + h; c < j + w; c += STRIP) {
    const row = off + c * n;
    const width = Math.min(STRIP, j + w - c);
    gemm(n - c, width, h, -1, F, row + j, n, 1, F, row + j, 1, n, 1, F, row + c, n);
  }
  return columns(n, F, off, j + h, w - h);
}

/** Columns j..j+w-1 for rows j..n-1, row by row: dot products along rows. */
function leaf(n: number, F: Float64Array, off: number, j: number, w: number): number {
  for (let i = j; i < n; i++) {
    const row = off + i * n;
    const end = Math.min(i, j + w);
    let sum = 0;
    for (let c = j; c < end; c++) {
      const other = off + c * n;
      let x = F[row + c];
      for (let p = row + j, q = other + j; q < other + c; p++, q++) x -= F[p] * F[q];
      x /= F[other + c];
      F[row + c] = x;
      sum += x * x;
    }
    if (i < j + w) {
      const d = F[row + i] - sum;
      if (!(d > 0)) {
        F[row + i] = d;
        return i;
      }
      F[row + i] = Math.sqrt(d);
    }
  }
  return -1;
}
