import { bidiagQR } from './bidiagQR.ts';

const EPS = 2 ** -52;
// Products of squares of less may have lost digits to underflow.
const SMALL = 2 ** -200;

const lost = (x: number): boolean => x !== 0 && Math.abs(x) < SMALL;

/** The larger eigenvalue of B·Bᵀ for B = [√c √b; 0 √a]; the smaller one is ac over it. */
function larger(a: number, b: number, c: number): number {
  const h = c - a + b;
  return (c + b + a + Math.sqrt(h * h + 4 * a * b)) / 2;
}

/**
 * A number below the smallest eigenvalue, as a rule: that of the last block of two, less twice what the row above makes of it.
 * Where that is above `least`, which it cannot be, the smallest one is not at the end yet.
 */
function below(high: number, p: Float64Array, r: Float64Array, least: number): number {
  const a = p[high];
  const b = r[high - 1];
  const c = p[high - 1];
  const f = r[high - 2];
  const two = a * (c / larger(a, b, c));
  const g = c + b - two;
  const above = p[high - 2] + f - two;
  const x = (c * f) / above;
  const y = (a * b) / (g * (g - x));
  const s = two - (above > 0 && g > x ? (2 * x * y) / (1 + y) : Math.sqrt(c * f));
  return Math.max(least / 4, s > least && least > 0 ? 0 : s);
}

/**
 * Singular values of the upper bidiagonal n×n matrix with diagonal d and n-1 entries e beside it, entries about 1, those above
 * 2^-200 to high relative accuracy, by the differential qd algorithm with shifts (Fernando and Parlett 1994): a step waits for one
 * quotient and no root. They overwrite d, >= 0, in no order; e is lost. p, r: n numbers of workspace each, as e.
 *
 * @returns the number of transforms, or -1 if 30·n did not suffice
 */
export function dqds(n: number, d: Float64Array, e: Float64Array, p: Float64Array, r: Float64Array): number {
  e[n - 1] = 0;
  for (let i = 0; i < n; i++) {
    p[i] = d[i] * d[i];
    r[i] = e[i] * e[i];
    if (lost(d[i]) || lost(e[i])) return bidiagQR(n, d, e, 0, 0, 0);
  }
  let count = 0;
  // By what the block low..high has been shifted; behind a block, that of the next one, negative.
  let sigma = 0;
  let least = 0;
  for (let high = n - 1; high >= 0; ) {
    let low = high;
    // Without the e above q, which stands in B·Bᵀ as it is and times q in a square, no eigenvalue changes by more than 2·enough.
    const enough = EPS * (sigma + least);
    while (low > 0 && !(r[low - 1] <= enough && r[low - 1] * p[low] <= enough * enough)) low--;
    // Not yet, as 1/0 > 0 > 1/-0.
    if (low > 0 && 1 / r[low - 1] > 0) r[low - 1] = -sigma;
    if (high - low < 2) {
      let a = p[high];
      if (high > low) {
        const c = p[low];
        const large = larger(a, r[low], c);
        d[low] = Math.sqrt(sigma + large);
        a *= c / large;
      }
      d[high] = Math.sqrt(sigma + a);
      high = low - 1;
      sigma = -r[high];
      least = 0;
      continue;
    }
    let s = below(high, p, r, least);
    for (let tries = 0; ; tries++) {
      if (count++ === 30 * n) return -1;
      // L·U of U·L - s, unless an eigenvalue is below s: then x becomes negative.
      let x = p[low] - s;
      least = x;
      for (let k = low; k < high && x >= 0; k++) {
        const q = x + r[k];
        const t = p[k + 1] / q;
        d[k] = q;
        e[k] = r[k] * t;
        x = x * t - s;
        if (x < least) least = x;
      }
      d[high] = x;
      if (least >= 0) break;
      // At the end, it is by how much s is too large; before, about that.
      s = tries < 3 ? Math.max(s / 4, (s + least * 4 ** tries) * (1 - 4 * EPS)) : 0;
    }
    sigma += s;
    for (let k = low; k < high; k++) {
      p[k] = d[k];
      r[k] = e[k];
    }
    p[high] = d[high];
  }
  return count;
}
