import { fromEntries } from '../../matrix.ts';

/** Tridiagonal with zero diagonal, k below and n-k above it: eigenvalues ±(n-1), ±(n-3), ...; a zero first pivot. */
export const clement = (n: number) =>
  fromEntries(n, n, (i, j) => (j === i + 1 ? n - 1 - i : j === i - 1 ? i : 0));
