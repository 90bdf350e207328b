import { lanes } from './lanes.ts';
import { qlRootFree } from './qlRootFree.ts';
import { swap } from './swap.ts';

const EPS = 2 ** -53;
// Below this, squares have lost digits to underflow; the matrix has entries about 1.
const SMALL = 2 ** -400;
const ZERO = 2 ** -1000;
// Sweeps for one eigenvalue, of which 2 or 3 are usual, before the test for convergence is loosened.
const PATIENCE = 10;
// Sweeps without roots err twice as much: up to here that is nothing.
const FEW = 16;

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
  if (x > SMALL) return x * x <= Math.abs(EPS * a * (EPS * b));
  return x <= EPS * Math.sqrt(Math.abs(a)) * Math.sqrt(Math.abs(b));
}

/**
 * Eigenvalues of the symmetric tridiagonal matrix with diagonal d[o..o+n) and off-diagonal e[o..o+n-1), entries about 1, by
 * implicit QL sweeps (Wilkinson's shift; Bowdler, Martin, Reinsch and Wilkinson 1968) on blocks that are turned so that their
 * large end comes last, as in LAPACK's dsteqr. They overwrite d, in no order; e is lost.
 *
 * The n columns of the matrix in lanes, of so many rows, are rotated along: Z := Z·(eigenvectors). rows = 0 for values only; else
 * n <= 32.
 *
 * @returns the number of sweeps, or -1 if 30·n did not suffice
 */
export function ql(n: number, d: Float64Array, e: Float64Array, o: number, rows: number): number {
  const cap = 30 * n;
  let sweeps = 0;
  for (let l = o, high = o - 1, patience = PATIENCE, floor = ZERO; l < o + n; ) {
    if (l > high) {
      high = l;
      while (high < o + n - 1 && !negligible(e[high], d[high], d[high + 1], ZERO)) high++;
      if (Math.abs(d[high]) < Math.abs(d[l])) {
        reverse(d, l, high);
        reverse(e, l, high - 1);
        for (let p = l - o, q = high - o; p < q; p++, q--) {
          lanes.rotate(0, rows, p, q, 0, 1); // q, -p
          lanes.rotate(0, rows, q, q, -1, 0);
        }
      }
    }
    let m = l;
    while (m < high && !negligible(e[m], d[m], d[m + 1], floor)) m++;
    if (m === l) {
      l++;
      patience = PATIENCE;
      floor = ZERO;
      continue;
    }
    if (m === l + 1) {
      pair(d, e, l, rows, l - o);
      l += 2;
      continue;
    }
    if (sweeps++ === cap) return -1;
    // Rounding errors of the block keep e above a test that is relative to two small neighbours.
    if (patience-- === 0) floor = 2 * EPS * largest(l, high, d, e);
    const g = (d[l + 1] - d[l]) / (2 * e[l]);
    const root = pythag(g, 1);
    const sigma = d[l] - e[l] / (g < 0 ? g - root : g + root);
    if (rows === 0 && n <= FEW && Math.abs(e[l]) > SMALL) qlRootFree(d, e, l, m, sigma);
    else sweep(d, e, l, m, sigma, rows, m - o);
  }
  return sweeps;
}

/** The largest entry of the block low..high. */
export function largest(low: number, high: number, d: Float64Array, e: Float64Array): number {
  let max = Math.abs(d[high]);
  for (let i = low; i < high; i++) max = Math.max(max, Math.abs(d[i]), Math.abs(e[i]));
  return max;
}

/** Entries p..q of x in opposite order. */
function reverse(x: Float64Array, p: number, q: number): void {
  for (; p < q; p++, q--) swap(1, x, p, q, 1);
}

/** A Jacobi rotation for a block of two. */
function pair(d: Float64Array, e: Float64Array, l: number, rows: number, column: number): void {
  const b = e[l];
  const cot = (d[l + 1] - d[l]) / (2 * b);
  const t = (cot < 0 ? -1 : 1) / (Math.abs(cot) + Math.sqrt(1 + cot * cot));
  d[l] -= t * b;
  d[l + 1] += t * b;
  e[l] = 0;
  const c = 1 / Math.sqrt(1 + t * t);
  lanes.rotate(0, rows, column + 1, column, c, t * c);
}

/**
 * One implicit QL sweep from m up to l. The rotations go to the columns of lanes, that of m is `from`: while it waits for a root and
 * a quotient the machine has time for them.
 */
function sweep(
  d: Float64Array,
  e: Float64Array,
  l: number,
  m: number,
  sigma: number,
  rows: number,
  from: number,
): void {
  let g = d[m] - sigma;
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1, at = from; i >= l; i--, at--) {
    const f = s * e[i];
    const b = c * e[i];
    const square = f * f + g * g;
    const r = square > SMALL ? Math.sqrt(square) : pythag(f, g);
    e[i + 1] = r;
    c = r === 0 ? 1 : g / r;
    s = r === 0 ? 0 : f / r;
    g = d[i + 1] - p;
    const q = (d[i] - g) * s + 2 * c * b;
    p = s * q;
    d[i + 1] = g + p;
    g = c * q - b;
    lanes.rotate(0, rows, at, at - 1, c, s);
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}
