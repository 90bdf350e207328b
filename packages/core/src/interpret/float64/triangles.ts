import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { trsm } from '../../kernel/trsm.ts';
import { columns, lower, rows } from './layout.ts';

export const phi = (A: NdArray): NdArray => lower(A, 0.5);

function triangularSolve(transposed: boolean, L: NdArray, B: NdArray): NdArray {
  const [n, k] = [rows(B), columns(B)];
  const { stack, ia, ib } = pairStacks(stackOf(L), stackOf(B));
  const y = allocate(ia.length * n * k);
  const [row, column] = transposed ? [1, n] : [n, 1];
  for (let i = 0; i < ia.length; i++) {
    const at = i * n * k;
    const from = ib[i] * n * k;
    for (let p = 0; p < n * k; p++) y[at + p] = B.data[from + p];
    trsm(transposed, false, n, k, L.data, ia[i] * n * n, row, column, y, at, k);
  }
  return { shape: [...stack, n, k], data: y };
}

export const lsolve = (L: NdArray, B: NdArray): NdArray => triangularSolve(false, L, B);
export const lsolveT = (L: NdArray, B: NdArray): NdArray => triangularSolve(true, L, B);
