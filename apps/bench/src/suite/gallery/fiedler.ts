import { fromEntries } from '../../matrix.ts';

/** |i - j|: symmetric with one positive and n-1 negative eigenvalues, zero diagonal. */
export const fiedler = (n: number) => fromEntries(n, n, (i, j) => Math.abs(i - j));
