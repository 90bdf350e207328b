import { fromEntries } from '../../matrix.ts';

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);

/** The inverse of the exact Hilbert matrix: integers, exact in float64 up to n = 12. */
export const invhilb = (n: number) =>
  fromEntries(n, n, (i, j) => {
    const sign = (i + j) % 2 === 0 ? 1 : -1;
    const b = binomial(i + j, i);
    return sign * (i + j + 1) * binomial(n + i, n - j - 1) * binomial(n + j, n - i - 1) * b * b;
  });
