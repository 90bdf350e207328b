import { type NdArray, stackOf } from '../../array.ts';
import { member, overStacks } from '../schur/members.ts';
import { type Schur, schur } from '../schur/schur.ts';
import { refined } from './refined.ts';
import { requireModest, requireSeparated } from './separation.ts';

/**
 * A linear matrix equation in X with both of its matrices in Schur form: A·X + X·B = C (Sylvester) or X - A·X·B = C (Stein).
 *
 * Stacks broadcast. Both methods throw SingularMatrixError where eigenvalues of A and -B (of A and B⁻¹) meet.
 */
export interface Sylvester {
  readonly A: Schur;
  readonly B: Schur;
  /** X for C [..., m, n]. */
  solve(C: NdArray): NdArray;
  /** The adjoint: X with Aᵀ·X + X·Bᵀ = C, or X - Aᵀ·X·Bᵀ = C. */
  solveT(C: NdArray): NdArray;
}

function solveWith(stein: boolean, A: Schur, B: Schur, op: string, C: NdArray): NdArray {
  return overStacks([stackOf(A.T), stackOf(B.T), stackOf(C)], A.n, B.n, ([i, j, k], out) => {
    requireSeparated(op, stein, A, i, B, j);
    out.set(refined({ stein, A, i, B, j }, member(C, k)));
    requireModest(op, stein, A, i, B, j, member(C, k), out);
  });
}

const equation = (stein: boolean, A: Schur, B: Schur, op: string): Sylvester => ({
  A,
  B,
  solve: (C) => solveWith(stein, A, B, op, C),
  solveT: (C) => solveWith(stein, A.transposed(), B.transposed(), op, C),
});

/** A·X + X·B = C from Schur forms already at hand. */
export const sylvesterOf = (A: Schur, B: Schur, op: string): Sylvester => equation(false, A, B, op);

/** A·X + X·B = C for A [..., m, m] and B [..., n, n]; `op` names the caller in errors. */
export const sylvester = (A: NdArray, B: NdArray, op: string): Sylvester =>
  sylvesterOf(schur(A, op), schur(B, op), op);

/** The continuous Lyapunov equation A·X + X·Aᵀ = C, with one Schur form. */
export function lyapunov(A: NdArray, op: string): Sylvester {
  const S = schur(A, op);
  return sylvesterOf(S, S.transposed(), op);
}

/** The Stein equation X - A·X·B = C for A [..., m, m] and B [..., n, n]. */
export const stein = (A: NdArray, B: NdArray, op: string): Sylvester =>
  equation(true, schur(A, op), schur(B, op), op);

/** The discrete Lyapunov equation X = A·X·Aᵀ + C, with one Schur form. */
export function discreteLyapunov(A: NdArray, op: string): Sylvester {
  const S = schur(A, op);
  return equation(true, S, S.transposed(), op);
}
