import { at, fromEntries, type Matrix } from '../../matrix.ts';

/** diag(r) A diag(c): with powers of two the scaling is exact and the condition number artificial. */
export const scaled = (A: Matrix, r: (i: number) => number, c: (j: number) => number = () => 1) =>
  fromEntries(A.rows, A.cols, (i, j) => r(i) * at(A, i, j) * c(j));
