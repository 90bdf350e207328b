import { fromEntries } from '../../matrix.ts';

/** The Hilbert matrix with a first row of ones: not symmetric, many tiny eigenvalues. */
export const lotkin = (n: number) => fromEntries(n, n, (i, j) => (i === 0 ? 1 : 1 / (i + j + 1)));
