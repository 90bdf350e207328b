import { workspace } from '../../kernel/workspace.ts';

/**
 * The number of leading columns of a k×k upper triangular R (row stride rRow, |r_ii| not increasing) for which the least singular
 * value of the leading block is above rtol times its largest.
 *
 * Incremental condition estimation (Bischof 1990): of the leading block, unit vectors x with ‖xᵀR‖ near σ are kept. A new column
 * (w, γ) turns the problem into the singular values of [σ 0; xᵀw γ]. With R from column pivoting they are right within a small
 * factor.
 */
export function triangularRank(k: number, R: Float64Array, off: number, rRow: number, rtol: number): number {
  const top = k > 0 ? Math.abs(R[off]) : 0;
  if (top === 0) return 0;
  if (!(top < 1 / 0)) return k; // so that NaN goes on into what is computed
  // x at 0, of the least; at k, of the largest.
  const x = workspace(2 * k);
  let least = 1;
  let most = 1;
  x[0] = 1;
  x[k] = 1;
  for (let j = 1; j < k; j++) {
    const gamma = R[off + j * (rRow + 1)] / top;
    let a = 0;
    let b = 0;
    for (let i = 0, p = off + j; i < j; i++, p += rRow) {
      a += x[i] * (R[p] / top);
      b += x[k + i] * (R[p] / top);
    }
    const [up, p, q] = larger(least, a, gamma);
    least = up === 0 ? 0 : least * (gamma / up);
    turn(j, x, 0, -q, p);
    const [mostNow, s, c] = larger(most, b, gamma);
    most = mostNow;
    turn(j, x, k, s, c);
    if (least <= rtol * most) return j;
  }
  return k;
}

// The numbers are below 2k and what is below 1e-150 counts for nothing.
const hypot = (a: number, b: number): number => Math.sqrt(a * a + b * b);

/** The larger singular value of [sigma 0; a gamma], both on the diagonal >= 0, with its right singular vector. */
function larger(sigma: number, a: number, gamma: number): [value: number, s: number, c: number] {
  const value = (hypot(sigma + gamma, a) + hypot(sigma - gamma, a)) / 2;
  const less = value === 0 ? 0 : sigma * (gamma / value);
  const first = sigma * sigma + a * a;
  const second = gamma * gamma;
  // An eigenvector of [σ²+a², aγ; aγ, γ²], from the row that does not cancel.
  let s = first >= second ? first - less * less : a * gamma;
  let c = first >= second ? a * gamma : second - less * less;
  const norm = hypot(s, c);
  s = norm === 0 ? 1 : s / norm;
  c = norm === 0 ? 0 : c / norm;
  return [value, s, c];
}

/** x := (s·x, c) with x of length j at off. */
function turn(j: number, x: Float64Array, off: number, s: number, c: number): void {
  for (let i = off; i < off + j; i++) x[i] *= s;
  x[off + j] = c;
}
