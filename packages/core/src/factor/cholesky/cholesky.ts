import { broadcastIndex, broadcastShapes, type NdArray, sizeOf } from '../../array.ts';
import { NotPositiveDefiniteError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { diagonalProduct, logSplit } from '../../kernel/diagonalProduct.ts';
import { trsm } from '../../kernel/trsm.ts';
import { choleskyFactor } from './factor.ts';

/** A factored stack of symmetric positive definite matrices A = L·Lᵀ. */
export interface Cholesky {
  /** Lower triangular, zero above the diagonal. */
  readonly L: NdArray;
  /** X with A·X = B for B [..., n, k]; stacks broadcast. */
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
  inverse(): NdArray;
  /** log det A, one number per member. */
  logdet(): NdArray;
}

/**
 * Factors each member of a stack [..., n, n], reading its lower triangle only; `op` names the caller in errors.
 *
 * No threshold on the condition: the accuracy of Cholesky follows that of the matrix scaled to unit diagonal (Demmel 1989).
 */
export function cholesky(A: NdArray, op: string): Cholesky {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const members = axes === 0 ? 1 : sizeOf(A.shape.slice(0, axes));
  const F = allocate(members * n * n);
  for (let m = 0; m < members; m++) {
    const a = m * n * n;
    for (let i = 0; i < n; i++) for (let p = a + i * n, end = p + i; p <= end; p++) F[p] = A.data[p];
    const pivot = choleskyFactor(n, F, a);
    if (pivot >= 0) {
      throw new NotPositiveDefiniteError(op, pivot, F[a + pivot * (n + 1)], axes === 0 ? undefined : m);
    }
  }
  const L = { shape: A.shape, data: F };
  const solve = (B: NdArray) => solveStack(n, L, B);
  return {
    L,
    solve,
    solveT: solve,
    inverse: () => inverse(n, members, L),
    logdet: () => logdet(n, members, L),
  };
}

function divide(n: number, F: Float64Array, m: number, k: number, X: Float64Array, x: number): void {
  trsm(false, false, n, k, F, m * n * n, n, 1, X, x, k);
  trsm(true, false, n, k, F, m * n * n, 1, n, X, x, k);
}

function solveStack(n: number, L: NdArray, B: NdArray): NdArray {
  const k = B.shape[B.shape.length - 1];
  const size = n * k;
  const own = L.shape.slice(0, -2);
  const other = B.shape.slice(0, -2);
  const stack = broadcastShapes(own, other) as readonly number[];
  const fromA = broadcastIndex(own, stack);
  const fromB = broadcastIndex(other, stack);
  const X = allocate(fromB.length * size);
  for (let i = 0; i < fromB.length; i++) {
    X.set(B.data.subarray(fromB[i] * size, (fromB[i] + 1) * size), i * size);
    divide(n, L.data, fromA[i], k, X, i * size);
  }
  return { shape: [...stack, n, k], data: X };
}

function inverse(n: number, members: number, L: NdArray): NdArray {
  const X = allocate(members * n * n);
  for (let m = 0; m < members; m++) {
    const x = m * n * n;
    for (let i = 0; i < n; i++) X[x + i * (n + 1)] = 1;
    divide(n, L.data, m, n, X, x);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) X[x + j * n + i] = X[x + i * n + j];
  }
  return { shape: L.shape, data: X };
}

function logdet(n: number, members: number, L: NdArray): NdArray {
  const data = new Float64Array(members);
  for (let m = 0; m < members; m++) data[m] = 2 * logSplit(diagonalProduct(n, L.data, m * n * n, n + 1));
  return { shape: L.shape.slice(0, -2), data };
}
