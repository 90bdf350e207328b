// Entries are about 1. Squares below the first have lost digits and stand for zero; the second, added to others, keeps them from it.
const NOTHING = 2 ** -900;
const LEAST = 2 ** -1000;

/**
 * The sweep of ql from m up to l for values only, in squares of sines, cosines and entries beside the diagonal (Pal, Walker and
 * Kahan; Parlett 1998, ch. 8): each step waits for one quotient and no root.
 */
export function qlRootFree(d: Float64Array, e: Float64Array, l: number, m: number, sigma: number): void {
  let c = 1;
  let s = 0;
  let gamma = d[m] - sigma;
  let p = gamma * gamma;
  for (let i = m - 1; i >= l; i--) {
    const b = e[i] * e[i] + LEAST;
    const last = gamma;
    const alpha = d[i];
    if (p > NOTHING) {
      const r = p + b;
      e[i + 1] = Math.sqrt(s * r);
      // 1/c beside c: one after the other, the quotients would take as long as all else.
      const over = r / p;
      c = p / r;
      s = b / r;
      gamma = c * (alpha - sigma) - s * last;
      p = gamma * gamma * over;
    } else {
      e[i + 1] = Math.sqrt(s * b);
      p = c * b;
      c = 0;
      s = 1;
      gamma = -last;
    }
    d[i + 1] = last + (alpha - gamma);
  }
  e[l] = Math.sqrt(s * p);
  d[l] = sigma + gamma;
  e[m] = 0;
}
