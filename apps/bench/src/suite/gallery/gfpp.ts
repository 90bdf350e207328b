import { fromEntries } from '../../matrix.ts';

/** Wilkinson's worst case of partial pivoting: growth 2^(n-1) at a condition number of n/2. */
export const gfpp = (n: number) => fromEntries(n, n, (i, j) => (i === j || j === n - 1 ? 1 : j < i ? -1 : 0));
