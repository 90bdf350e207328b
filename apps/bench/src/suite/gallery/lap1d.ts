import { fromEntries } from '../../matrix.ts';

/** Second difference tridiag(-1, 2, -1): det = n + 1. */
export const lap1d = (n: number) =>
  fromEntries(n, n, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));
