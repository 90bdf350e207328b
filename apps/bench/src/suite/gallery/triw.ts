import { fromEntries } from '../../matrix.ts';

/** Unit upper triangular with -1 above the diagonal: inverse 2^(j-i-1), det = 1, σ_min about 2^(1-n). */
export const triw = (n: number) => fromEntries(n, n, (i, j) => (i === j ? 1 : j > i ? -1 : 0));
