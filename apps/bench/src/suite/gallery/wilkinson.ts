import { fromEntries } from '../../matrix.ts';

/** W⁺ for odd n: tridiagonal with |k| on the diagonal, symmetric and indefinite, nearly equal eigenvalue pairs. */
export const wilkinson = (n: number) =>
  fromEntries(n, n, (i, j) => (i === j ? Math.abs(i - (n - 1) / 2) : Math.abs(i - j) === 1 ? 1 : 0));
