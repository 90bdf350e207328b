import { choleskyInto } from '../factor/cholesky/lower.ts';

/**
 * Lower Cholesky factors of a stack of symmetric positive definite matrices, into `out`: L_i·L_iᵀ = A_i.
 *
 * The lower triangle of A is read, nothing above it.
 *
 * @param n size of the matrices
 * @param A n×n matrices, row by row, one after the other
 * @param out room for the factors L, zero above the diagonal; it may be A itself
 * @param count how many matrices
 * @param aOff where A starts in its array
 * @param outOff where the factors start in theirs
 * @returns -1, or the first member that is not positive definite: its factor, and that of others like it, is NaN throughout
 * @example
 * import { cholesky } from '@matgrad/core/kernel';
 * const L = new Float64Array(4);
 * cholesky(2, Float64Array.of(4, 2, 2, 5), L) //=> -1
 * Array.from(L) //=> [2, 0, 1, 2]
 * cholesky(2, Float64Array.of(1, 2, 2, 1), L) //=> 0
 */
export function cholesky(
  n: number,
  A: Float64Array,
  out: Float64Array,
  count = 1,
  aOff = 0,
  outOff = 0,
): number {
  const size = n * n;
  let failed = -1;
  for (let i = 0, a = aOff, o = outOff; i < count; i++, a += size, o += size) {
    if (choleskyInto(n, A, a, out, o) < 0 && finish(n, out, o)) continue;
    out.fill(Number.NaN, o, o + size);
    if (failed < 0) failed = i;
  }
  return failed;
}

/** Zeros above the diagonal; whether that is finite. (Other entries that are not finite leave a pivot that is not positive.) */
function finish(n: number, L: Float64Array, at: number): boolean {
  let most = 0;
  for (let i = 0, p = at; i < n; i++, p += n) {
    if (L[p + i] > most) most = L[p + i];
    for (let j = i + 1; j < n; j++) L[p + j] = 0;
  }
  return most < 1 / 0;
}
