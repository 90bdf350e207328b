import type { NdArray } from '../../array.ts';
import { trsm } from '../../kernel/trsm.ts';
import { columns, entries, pair, rows, stackOf } from './layout.ts';

export const phi = (A: NdArray): NdArray => entries(A, (a, i, j) => (i < j ? 0 : i === j ? a / 2 : a));

function triangularSolve(transposed: boolean, L: NdArray, B: NdArray): NdArray {
  const [n, k] = [rows(B), columns(B)];
  const { shape, ia, ib } = pair(stackOf(L), stackOf(B));
  const y = new Float64Array(ia.length * n * k);
  const [row, column] = transposed ? [1, n] : [n, 1];
  for (let i = 0; i < ia.length; i++) {
    const at = i * n * k;
    const from = ib[i] * n * k;
    y.set(B.data.subarray(from, from + n * k), at);
    trsm(transposed, false, n, k, L.data, ia[i] * n * n, row, column, y, at, k);
  }
  return { shape: [...shape, n, k], data: y };
}

export const lsolve = (L: NdArray, B: NdArray): NdArray => triangularSolve(false, L, B);
export const lsolveT = (L: NdArray, B: NdArray): NdArray => triangularSolve(true, L, B);
