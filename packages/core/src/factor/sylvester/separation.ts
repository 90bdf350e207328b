import { SingularMatrixError } from '../../errors.ts';
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
  if (!(max > 0 && max < Number.POSITIVE_INFINITY)) return max;
  let sum = 0;
  for (let p = 0; p < X.length; p++) sum += (X[p] / max) ** 2;
  return max * Math.sqrt(sum);
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
  let min = Number.POSITIVE_INFINITY;
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

/**
 * Throws SingularMatrixError where the solution X of a system with right-hand side C shows that it was singular to working
 * precision: the reciprocal condition number is at most ‖C‖ / (‖X‖·size).
 */
export function requireModest(op: string, A: Schur, i: number, C: number, X: number, size: number): void {
  if (C > 0 && !(X * EPS * size < C)) throw new SingularMatrixError(op, C / size / X, -1, named(A.T, i));
}
