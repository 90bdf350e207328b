import { fromEntries } from '../../matrix.ts';

/** a I + 1 1ᵀ: eigenvalues a (n-1 times) and a + n, det = a^(n-1) (a + n) but for rounding of 1 + a. */
export const pei = (n: number, a: number) => fromEntries(n, n, (i, j) => (i === j ? 1 + a : 1));
