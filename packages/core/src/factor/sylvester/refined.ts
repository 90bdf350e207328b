import { gemm } from '../../kernel/gemm.ts';
import { copied, mapped } from '../../kernel/mapped.ts';
import { trsyl } from '../../kernel/trsyl.ts';
import { trsylStein } from '../../kernel/trsylStein.ts';
import { workspace } from '../../kernel/workspace.ts';
import { congruence, member, times } from '../schur/members.ts';
import type { Schur } from '../schur/schur.ts';
import { frobenius } from './separation.ts';

/** One equation of a stack: member i of A, member j of B; A·X + X·B = C or, if `stein`, X - A·X·B = C. */
export interface Equation {
  readonly stein: boolean;
  readonly A: Schur;
  readonly i: number;
  readonly B: Schur;
  readonly j: number;
}

/** X by the Schur forms: P·Y·Qᵀ, where Y solves the equation of the triangular factors for Pᵀ·C·Q. */
function direct({ stein, A, i, B, j }: Equation, C: Float64Array): Float64Array {
  const [m, n] = [A.n, B.n];
  const [P, Q, T, S] = [member(A.Q, i), member(B.Q, j), member(A.T, i), member(B.T, j)];
  const Y = congruence(m, n, P, C, Q, false);
  if (stein) trsylStein(m, n, T, S, Y, workspace(4 * m));
  else trsyl(m, n, T, 0, m, S, 0, n, Y, 0, n);
  return congruence(m, n, P, Y, Q, true);
}

/** C - (A·X + X·B), or C - (X - A·X·B) */
function residual({ stein, A, i, B, j }: Equation, C: Float64Array, X: Float64Array): Float64Array {
  const [m, n] = [A.n, B.n];
  const R = stein ? mapped(C, (c, p) => c - X[p]) : copied(C);
  const AX = times(m, n, m, member(A.A, i), X);
  if (!stein) for (let p = 0; p < R.length; p++) R[p] -= AX[p];
  gemm(m, n, n, stein ? 1 : -1, stein ? AX : X, 0, n, 1, member(B.A, j), 0, n, 1, 1, R, 0, n);
  return R;
}

/** X + D, unless D is so large that the step cannot be one of refinement. */
export function refinedBy(X: Float64Array, D: Float64Array): Float64Array {
  const small = frobenius(D) <= frobenius(X) / 8;
  return small ? mapped(X, (x, p) => x + D[p]) : X;
}

/**
 * The solution, refined once: Schur forms are known to some ten ulps, which a residual of the matrices themselves, in working
 * precision, takes down to about one.
 */
export function refined(e: Equation, C: Float64Array): Float64Array {
  const X = direct(e, C);
  return refinedBy(X, direct(e, residual(e, C, X)));
}
