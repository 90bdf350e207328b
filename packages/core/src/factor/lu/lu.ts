import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copy } from '../../kernel/copy.ts';
import { isEyeFor } from '../eye.ts';
import { turnedStack } from '../schur/members.ts';
import { divide } from './divide.ts';
import { type FactoredLU, factorLU } from './factored.ts';
import { requireNonsingular } from './nonsingular.ts';

/** A factored stack of square matrices that also solves. */
export interface LU extends FactoredLU {
  /** X with A·X = B for B [..., n, k]; stacks broadcast. */
  solve(B: NdArray): NdArray;
  /** X with Aᵀ·X = B. */
  solveT(B: NdArray): NdArray;
}

function apply(op: string, { A, n, factors }: FactoredLU, transposed: boolean, B: NdArray): NdArray {
  requireNonsingular(op, A, factors);
  const k = B.shape[B.shape.length - 1];
  const size = n * k;
  const { stack, ia, ib } = pairStacks(stackOf(A), stackOf(B));
  const X = allocate(ia.length * size);
  for (let i = 0; i < ia.length; i++) {
    copy(size, B.data, ib[i] * size, X, i * size);
    divide(factors, ia[i], transposed, k, X, i * size);
  }
  return { shape: [...stack, n, k], data: X };
}

/** factorLU, with solutions. */
export function lu(A: NdArray, op: string): LU {
  const f = factorLU(A, op);
  const { n, factors, inverse, requireWellConditioned } = f;
  // Written out: spreading f costs more than factoring a 4×4 matrix.
  return {
    A,
    n,
    factors,
    inverse,
    requireWellConditioned,
    solve: (B) => (isEyeFor(A, B) ? inverse() : apply(op, f, false, B)),
    solveT: (B) => (isEyeFor(A, B) ? turnedStack(inverse()) : apply(op, f, true, B)),
  };
}
