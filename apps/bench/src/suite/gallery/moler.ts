import { fromEntries } from '../../matrix.ts';

/** UᵀU with U = triw(-1): min(i,j) - 2 off the diagonal, i on it (counted from 1); det = 1. */
export const moler = (n: number) => fromEntries(n, n, (i, j) => (i === j ? i + 1 : Math.min(i, j) - 1));
