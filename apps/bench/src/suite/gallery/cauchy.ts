import { fromEntries } from '../../matrix.ts';

/** 1/(x_i + y_j) with x_i = i + 1, y_j = j + 1/2: every minor is nonzero. */
export const cauchy = (n: number) => fromEntries(n, n, (i, j) => 1 / (i + 1 + (j + 0.5)));
