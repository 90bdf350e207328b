import { gemm } from '../../kernel/gemm.ts';

const UNBLOCKED = 32;
const LEAF = 16;
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
  const last = j + w;
  for (let i = j; i < last; i++) {
    const row = off + i * n;
    let d = F[row + i];
    for (let c = j; c < i; c++) {
      const other = off + c * n;
      let x = F[row + c];
      for (let p = row + j, q = other + j; q < other + c; p++, q++) x -= F[p] * F[q];
      x /= F[other + c];
      F[row + c] = x;
      d -= x * x;
    }
    F[row + i] = d > 0 ? Math.sqrt(d) : d;
    if (!(d > 0)) return i;
  }
  // Below the diagonal block four rows go together (the last ones more than once, to the same result): four chains of sums.
  for (let i = last; i < n; i += 4) {
    const r0 = off + i * n;
    const r1 = i + 1 < n ? r0 + n : r0;
    const r2 = i + 2 < n ? r1 + n : r1;
    const r3 = i + 3 < n ? r2 + n : r2;
    for (let c = j; c < last; c++) {
      const other = off + c * n;
      let x0 = F[r0 + c];
      let x1 = F[r1 + c];
      let x2 = F[r2 + c];
      let x3 = F[r3 + c];
      for (let p = j; p < c; p++) {
        const l = F[other + p];
        x0 -= l * F[r0 + p];
        x1 -= l * F[r1 + p];
        x2 -= l * F[r2 + p];
        x3 -= l * F[r3 + p];
      }
      const d = F[other + c];
      F[r0 + c] = x0 / d;
      F[r1 + c] = x1 / d;
      F[r2 + c] = x2 / d;
      F[r3 + c] = x3 / d;
    }
  }
  return -1;
}
