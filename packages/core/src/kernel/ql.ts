import { qlPair } from './qlPair.ts';
import { cosines, qlRotate, sines } from './qlRotate.ts';

const EPS = 2 ** -53;
// Below this, squares have lost digits to underflow; the matrix has entries about 1.
const SMALL = 2 ** -400;
const ZERO = 2 ** -1000;
// Sweeps for one eigenvalue, of which 2 or 3 are usual, before the test for convergence is loosened.
const PATIENCE = 10;
// Up to here rotating Z takes no time: it fills the wait for the roots and quotients of the sweep.
const FUSED = 16;

/** √(a²+b²); 0 where that is below 2^-1010: rotations made from denormal numbers would not be orthogonal. */
export function pythag(a: number, b: number): number {
  const s = a * a + b * b;
  if (s > SMALL) return Math.sqrt(s);
  const m = Math.max(Math.abs(a), Math.abs(b));
  if (m < 2 ** -1010) return 0;
  return m * Math.sqrt((a / m) * (a / m) + (b / m) * (b / m));
}

/** Whether e is nothing beside the diagonal entries a and b, or below `floor`. */
function negligible(e: number, a: number, b: number, floor: number): boolean {
  const x = Math.abs(e);
  if (x < floor) return true;
  if (x > SMALL) return x * x <= EPS * Math.abs(a) * (EPS * Math.abs(b));
  return x <= EPS * Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b));
}

/**
 * Eigenvalues of the symmetric tridiagonal matrix with diagonal d[o..o+n) and off-diagonal e[o..o+n-1), entries about 1, by
 * implicit QL or QR sweeps (Wilkinson's shift; Bowdler, Martin, Reinsch and Wilkinson 1968; the direction as in LAPACK's
 * dsteqr, from the large end to the small one). They overwrite d, in no order; e is lost.
 *
 * The n columns of the rows×n matrix Z are rotated along: Z := Z·(eigenvectors). rows = 0 for values only; n <= 64 otherwise.
 *
 * @returns the number of sweeps, or -1 if 30·n did not suffice
 */
export function ql(
  n: number,
  d: Float64Array,
  e: Float64Array,
  o: number,
  rows: number,
  Z: Float64Array,
  zOff: number,
  zRow: number,
): number {
  const cap = 30 * n;
  let sweeps = 0;
  for (let low = o, high = o; low < o + n; low = high + 1) {
    high = low;
    while (high < o + n - 1 && !negligible(e[high], d[high], d[high + 1], ZERO)) high++;
    const step = Math.abs(d[high]) < Math.abs(d[low]) ? -1 : 1;
    // e[i + side] couples i to i + step.
    const side = step > 0 ? 0 : -1;
    const stop = step > 0 ? high : low;
    let patience = PATIENCE;
    let floor = ZERO;
    for (let l = low + high - stop; (stop - l) * step >= 0; ) {
      let m = l;
      while (m !== stop && !negligible(e[m + side], d[m], d[m + step], floor)) m += step;
      if (m === l) {
        l += step;
        patience = PATIENCE;
        floor = ZERO;
        continue;
      }
      const count = (m - l) * step;
      if (count === 1) {
        const b = e[l + side];
        const z = (d[m] - d[l]) / (2 * b);
        const t = (z < 0 ? -1 : 1) / (Math.abs(z) + Math.sqrt(1 + z * z));
        d[l] -= t * b;
        d[m] += t * b;
        e[l + side] = 0;
        if (rows > 0) {
          cosines[0] = 1 / Math.sqrt(1 + t * t);
          sines[0] = t * cosines[0];
          qlRotate(cosines, sines, 1, rows, Z, zOff + m - o, zRow, step);
        }
        l += 2 * step;
        continue;
      }
      if (sweeps++ === cap) return -1;
      // Rounding errors of the block keep e above a test that is relative to two small neighbours.
      if (patience-- === 0) floor = 2 * EPS * largest(low, high, d, e);
      if (m !== stop) e[m + side] = 0;
      const fused = rows <= FUSED;
      sweep(count, d, e, l, m, step, fused ? rows : 0, Z, zOff + m - o, zRow);
      if (!fused) qlRotate(cosines, sines, count, rows, Z, zOff + m - o, zRow, step);
    }
  }
  return sweeps;
}

function largest(low: number, high: number, d: Float64Array, e: Float64Array): number {
  let max = Math.abs(d[high]);
  for (let i = low; i < high; i++) max = Math.max(max, Math.abs(d[i]), Math.abs(e[i]));
  return max;
}

/** One implicit QL sweep from m down to l (in direction -step); the rotations go to Z, and to cosines and sines. */
function sweep(
  count: number,
  d: Float64Array,
  e: Float64Array,
  l: number,
  m: number,
  step: number,
  rows: number,
  Z: Float64Array,
  from: number,
  zRow: number,
): void {
  const side = step > 0 ? 0 : -1;
  const first = e[l + side];
  let g = (d[l + step] - d[l]) / (2 * first);
  g = d[m] - d[l] + first / (g < 0 ? g - pythag(g, 1) : g + pythag(g, 1));
  const keep = rows === 0 && count <= cosines.length;
  let s = 1;
  let c = 1;
  let p = 0;
  for (let t = 0, i = m - step, at = from; t < count; t++, i -= step, at -= step) {
    const f = s * e[i + side];
    const b = c * e[i + side];
    const r = pythag(f, g);
    if (t > 0) e[i + step + side] = r;
    c = r === 0 ? 1 : g / r;
    s = r === 0 ? 0 : f / r;
    g = d[i + step] - p;
    const q = (d[i] - g) * s + 2 * c * b;
    p = s * q;
    d[i + step] = g + p;
    g = c * q - b;
    qlPair(rows, Z, at, at - step, zRow, c, s);
    if (keep) {
      cosines[t] = c;
      sines[t] = s;
    }
  }
  d[l] -= p;
  e[l + side] = g;
}
