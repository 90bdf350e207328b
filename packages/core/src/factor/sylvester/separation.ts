import { SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { balance } from '../../kernel/balance.ts';
import { copied, mapped } from '../../kernel/mapped.ts';
import { member, named } from '../schur/members.ts';
import type { Schur } from '../schur/schur.ts';
import { spectrum } from '../schur/schur.ts';

const EPS = 2 ** -52;

/** ‖X‖_F without over- or underflow. */
export function frobenius(X: Float64Array): number {
  let max = 0;
  for (let p = 0; p < X.length; p++) {
    const x = Math.abs(X[p]);
    if (!(x <= max)) max = x;
  }
  if (!(max > 0 && max < 1 / 0)) return max;
  let sum = 0;
  for (let p = 0; p < X.length; p++) sum += (X[p] / max) ** 2;
  return max * Math.sqrt(sum);
}

/**
 * How far rounding may have moved the eigenvalues of member m, to first order in simple ones: n·ε·‖A‖, nothing if A was
 * quasi-triangular as it came.
 */
export function slackOf({ n, T, Q }: Schur, m: number): number {
  const q = member(Q, m);
  const untouched = q.every((x, p) => x === (p % (n + 1) === 0 ? 1 : 0));
  return untouched ? 0 : n * EPS * frobenius(member(T, m));
}

const eigenvalues = ({ n, T }: Schur, m: number) => {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  spectrum(n, member(T, m), re, im);
  return { re, im };
};

/** min |λ + μ| / (‖A‖ + ‖B‖), or min |1 - λμ| / (1 + ‖A‖·‖B‖) for X - AXB = C. */
function separation(stein: boolean, A: Schur, i: number, B: Schur, j: number): number {
  const a = eigenvalues(A, i);
  const b = eigenvalues(B, j);
  let min = 1 / 0;
  for (let k = 0; k < A.n; k++) {
    for (let l = 0; l < B.n; l++) {
      const re = stein ? 1 - (a.re[k] * b.re[l] - a.im[k] * b.im[l]) : a.re[k] + b.re[l];
      const im = stein ? a.re[k] * b.im[l] + a.im[k] * b.re[l] : a.im[k] + b.im[l];
      min = Math.min(min, Math.hypot(re, im));
    }
  }
  const x = frobenius(member(A.T, i));
  const y = frobenius(member(B.T, j));
  const size = stein ? 1 + x * y : x + y;
  return size === 0 ? (min === 0 ? 0 : 1) : min / size;
}

/** Throws SingularMatrixError where eigenvalues of A and -B (stein: A and B⁻¹) meet to working precision. */
export function requireSeparated(op: string, stein: boolean, A: Schur, i: number, B: Schur, j: number): void {
  const s = separation(stein, A, i, B, j);
  if (s <= EPS) throw new SingularMatrixError(op, s, -1, named(A.T, i));
}

/** Reciprocal condition of the equation that took C to X, from above: ‖C‖ / (‖X‖·(‖A‖ + ‖B‖)). */
function quotient(
  stein: boolean,
  C: Float64Array,
  X: Float64Array,
  A: Float64Array,
  B: Float64Array,
): number {
  const [x, y] = [frobenius(A), frobenius(B)];
  return frobenius(C) / frobenius(X) / (stein ? 1 + x * y : x + y);
}

/** D⁻¹·X·E for diagonal D and E, X m×n. */
const scaled = (n: number, D: Float64Array, X: Float64Array, E: Float64Array): Float64Array =>
  mapped(X, (x, p) => (x / D[Math.floor(p / n)]) * E[p % n]);

function balanced(n: number, X: Float64Array): { X: Float64Array; D: Float64Array } {
  const D = allocate(n);
  const Z = copied(X);
  balance(n, Z, 0, D, 0);
  return { X: Z, D };
}

/**
 * Throws SingularMatrixError where the solution X for right-hand side C shows that the equation was singular to working
 * precision, and not only badly scaled: A·X + X·B = C is also (D⁻¹AD)(D⁻¹XE) + (D⁻¹XE)(E⁻¹BE) = D⁻¹CE.
 */
export function requireModest(
  op: string,
  stein: boolean,
  A: Schur,
  i: number,
  B: Schur,
  j: number,
  C: Float64Array,
  X: Float64Array,
): void {
  const [G, H] = [member(A.A, i), member(B.A, j)];
  if (frobenius(C) === 0 || quotient(stein, C, X, G, H) > EPS) return;
  const n = B.n;
  const P = balanced(A.n, G);
  const R = balanced(n, H);
  const rcond = quotient(stein, scaled(n, P.D, C, R.D), scaled(n, P.D, X, R.D), P.X, R.X);
  if (!(rcond > EPS)) throw new SingularMatrixError(op, rcond, -1, named(A.T, i));
}
