import { fromEntries } from '../../matrix.ts';

/** Toeplitz with -1 below, 1 on and three times above the diagonal: well conditioned, far from normal. */
export const grcar = (n: number) =>
  fromEntries(n, n, (i, j) => (j === i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0));
