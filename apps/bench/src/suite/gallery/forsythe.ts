import { fromEntries } from '../../matrix.ts';

/** A Jordan block of eigenvalue λ with α in the lower left corner. */
export const forsythe = (n: number, alpha: number, lambda = 0) =>
  fromEntries(n, n, (i, j) => (i === n - 1 && j === 0 ? alpha : j === i + 1 ? 1 : i === j ? lambda : 0));
