import { fromEntries } from '../../matrix.ts';

/** Upper Hessenberg, integers, det = 1; its small eigenvalues are very sensitive. */
export const frank = (n: number) => fromEntries(n, n, (i, j) => (j >= i - 1 ? n - Math.max(i, j) : 0));
