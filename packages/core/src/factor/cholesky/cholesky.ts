import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copy } from '../../kernel/copy.ts';
import { diagonalProduct, logSplit } from '../../kernel/diagonalProduct.ts';
import { trsm } from '../../kernel/trsm.ts';
import { isEyeFor } from '../eye.ts';
import { inverse } from './inverse.ts';
import { lowerCholesky } from './lower.ts';

/** A factored stack of symmetric positive definite matrices A = L·Lᵀ. */
export interface Cholesky {
  readonly A: NdArray;
  /** Lower triangular, zero above the diagonal. */
  readonly L: NdArray;
  /** X with A·X = B for B [..., n, k]; stacks broadcast. */
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
  inverse(): NdArray;
  /** log det A, one number per member. */
  logdet(): NdArray;
}

/** Factors each member of a stack [..., n, n], reading its lower triangle only; `op` names the caller in errors. */
export function cholesky(A: NdArray, op: string): Cholesky {
  const L = lowerCholesky(A, op);
  const solve = (B: NdArray) => (isEyeFor(L, B) ? inverse(L) : solveStack(L, B));
  return { A, L, solve, solveT: solve, inverse: () => inverse(L), logdet: () => logdet(L) };
}

function divide(n: number, F: Float64Array, m: number, k: number, X: Float64Array, x: number): void {
  trsm(false, false, n, k, F, m * n * n, n, 1, X, x, k);
  trsm(true, false, n, k, F, m * n * n, 1, n, X, x, k);
}

function solveStack(L: NdArray, B: NdArray): NdArray {
  const n = L.shape[L.shape.length - 1];
  const k = B.shape[B.shape.length - 1];
  const size = n * k;
  const { stack, ia, ib } = pairStacks(stackOf(L), stackOf(B));
  const X = allocate(ia.length * size);
  for (let i = 0; i < ia.length; i++) {
    copy(size, B.data, ib[i] * size, X, i * size);
    divide(n, L.data, ia[i], k, X, i * size);
  }
  return { shape: [...stack, n, k], data: X };
}

function logdet(L: NdArray): NdArray {
  const n = L.shape[L.shape.length - 1];
  const shape = L.shape.slice(0, -2);
  const data = new Float64Array(sizeOf(shape));
  for (let m = 0; m < data.length; m++) data[m] = 2 * logSplit(diagonalProduct(n, L.data, m * n * n, n + 1));
  return { shape, data };
}
