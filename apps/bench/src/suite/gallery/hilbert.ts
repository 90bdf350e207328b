import { fromEntries } from '../../matrix.ts';

/** 1/(i+j+1), rounded; the rounded matrix is the matrix meant. */
export const hilbert = (n: number) => fromEntries(n, n, (i, j) => 1 / (i + j + 1));
