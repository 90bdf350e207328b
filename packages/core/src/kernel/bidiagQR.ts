import { bidiagPair } from './bidiagPair.ts';
import { bidiagShift, sweep } from './bidiagSweep.ts';
import { groupsOf, lanes } from './lanes.ts';
import { largest } from './ql.ts';

const EPS = 2 ** -53;
const TOL = 4 * EPS;
const ZERO = 2 ** -1000;

/**
 * Singular values of the upper bidiagonal n×n matrix with diagonal d[o..o+n) and e[o..o+n-1) beside it, entries about 1, to
 * high relative accuracy by implicit QR sweeps, with shift zero where a shift would spoil that (Demmel and Kahan 1990).
 * They overwrite d, >= 0, in no order; e is lost.
 *
 * The columns of two matrices in lanes are rotated along: U, of uRows rows, is the first, V the next; U := U·(left vectors),
 * V := V·(right vectors). No rows for values only; n <= 32 otherwise.
 *
 * @returns the number of sweeps, or -1 if 30·n did not suffice
 */
export function bidiagQR(
  n: number,
  d: Float64Array,
  e: Float64Array,
  o: number,
  uRows: number,
  vRows: number,
): number {
  const cap = 30 * n;
  const v = groupsOf(uRows);
  let sweeps = 0;
  let step = 0;
  for (let high = o + n - 1, low = high, previous = high; high > o; ) {
    if (Math.abs(e[high - 1]) < ZERO) {
      e[high - 1] = 0;
      high--;
      continue;
    }
    // The block low..high has no zero beside the diagonal. Its sweeps go from the large end to the small one; backwards,
    // the matrix is that of Bᵀ, and left and right change places.
    low = high - 1;
    while (low > o && e[low - 1] !== 0) low--;
    if (step === 0 || high < previous) step = Math.abs(d[low]) >= Math.abs(d[high]) ? 1 : -1;
    previous = low;
    const count = high - low;
    const from = step > 0 ? low : high;
    if (count === 1) {
      bidiagPair(d, e, low, low - o, v, vRows, 0, uRows);
      continue;
    }
    const smallest = split(count, d, e, from, step);
    if (smallest < 0) continue;
    if (sweeps++ === cap) return -1;
    const shift = n * smallest <= 0.01 * largest(low, high, d, e) ? 0 : bidiagShift(count, d, e, from, step);
    const at = from - o;
    if (step > 0) sweep(count, d, e, from, 1, shift, at, v, vRows, 0, uRows);
    else sweep(count, d, e, from, -1, shift, at, 0, uRows, v, vRows);
  }
  for (let i = 0; i < n; i++) {
    if (d[o + i] >= 0) continue;
    d[o + i] = -d[o + i];
    lanes.rotate(v, vRows, i, i, -1, 0);
  }
  return sweeps;
}

/**
 * Sets an entry beside the diagonal to zero if that changes no singular value by more than TOL, relatively.
 *
 * @returns -1 then; otherwise a lower bound of the smallest singular value
 */
function split(count: number, d: Float64Array, e: Float64Array, from: number, step: number): number {
  const side = step > 0 ? 0 : -1;
  const to = from + count * step;
  const last = to - step + side;
  if (Math.abs(e[last]) <= TOL * Math.abs(d[to]) || Math.abs(e[last]) < ZERO) {
    e[last] = 0;
    return -1;
  }
  let mu = Math.abs(d[from]);
  let smallest = mu;
  for (let i = from; i !== to; i += step) {
    const x = Math.abs(e[i + side]);
    if (x <= TOL * mu || x < ZERO) {
      e[i + side] = 0;
      return -1;
    }
    mu = Math.abs(d[i + step]) * (mu / (mu + x));
    smallest = Math.min(smallest, mu);
  }
  return smallest;
}
