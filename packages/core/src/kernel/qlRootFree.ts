// Entries are about 1: this beside them is nothing, and its square has not underflown.
const TINY = 2 ** -440;

/**
 * The sweep of ql from m up to l for values only, in squares of sines, cosines and entries beside the diagonal (Pal, Walker and
 * Kahan; Parlett 1998, ch. 8): each step waits for one quotient and no root.
 */
export function qlRootFree(d: Float64Array, e: Float64Array, l: number, m: number, sigma: number): void {
  let c = 1;
  let s = 0;
  let gamma = d[m] - sigma;
  if (Math.abs(gamma) < TINY) gamma = TINY;
  let p = gamma * gamma;
  for (let i = m - 1; i >= l; i--) {
    const b = e[i] * e[i];
    const r = p + b;
    e[i + 1] = Math.sqrt(s * r);
    // 1/c beside c: one after the other, the quotients would take as long as all else.
    const over = r / p;
    c = p / r;
    s = b / r;
    const last = gamma;
    const alpha = d[i];
    gamma = c * (alpha - sigma) - s * last;
    if (Math.abs(gamma) < TINY) gamma = TINY;
    p = gamma * gamma * over;
    d[i + 1] = last + (alpha - gamma);
  }
  e[l] = Math.sqrt(s * p);
  d[l] = sigma + gamma;
  e[m] = 0;
}
