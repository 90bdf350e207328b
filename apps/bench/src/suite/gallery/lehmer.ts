import { fromEntries } from '../../matrix.ts';

/** min/max of the indices counted from 1: positive definite with a tridiagonal inverse. */
export const lehmer = (n: number) => fromEntries(n, n, (i, j) => (Math.min(i, j) + 1) / (Math.max(i, j) + 1));
