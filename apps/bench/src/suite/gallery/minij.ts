import { fromEntries } from '../../matrix.ts';

/** min(i, j) counted from 1: det = 1, inverse the second difference with a last diagonal entry of 1. */
export const minij = (n: number) => fromEntries(n, n, (i, j) => Math.min(i, j) + 1);
