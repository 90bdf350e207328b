import { broadcastIndex, broadcastShapes, type NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { transpose } from '../../kernel/transpose.ts';
import { isEyeFor } from '../eye.ts';
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
  if (A.shape.length === 2 && B.shape.length === 2) {
    const X = allocate(size);
    const { data } = B;
    // `set` takes as long as a small system.
    for (let p = 0; p < size; p++) X[p] = data[p];
    divide(factors, 0, transposed, k, X, 0);
    return { shape: B.shape, data: X };
  }
  const [own, other] = [A, B].map((M) => M.shape.slice(0, -2));
  const stack = broadcastShapes(own, other) as readonly number[];
  const fromA = broadcastIndex(own, stack);
  const fromB = broadcastIndex(other, stack);
  const X = allocate(fromB.length * size);
  for (let i = 0; i < fromB.length; i++) {
    X.set(B.data.subarray(fromB[i] * size, (fromB[i] + 1) * size), i * size);
    divide(factors, fromA[i], transposed, k, X, i * size);
  }
  return { shape: [...stack, n, k], data: X };
}

function transposed({ shape, data }: NdArray): NdArray {
  const n = shape[shape.length - 1];
  const Y = allocate(data.length);
  for (let at = 0; at < Y.length; at += n * n) transpose(n, n, data, at, n, Y, at, n);
  return { shape, data: Y };
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
    solveT: (B) => (isEyeFor(A, B) ? transposed(inverse()) : apply(op, f, true, B)),
  };
}
