import { fromEntries } from '../../matrix.ts';

/** Magic squares of the siamese method (n odd, nonsingular) and by diagonals (4 | n, rank 3). */
export const magic = (n: number) =>
  n % 2 === 1
    ? fromEntries(n, n, (i, j) => n * ((i + j + 2 - (n + 3) / 2 + n) % n) + ((i + 2 * j + 1) % n) + 1)
    : fromEntries(n, n, (i, j) => {
        const kept = (i % 4 === 0 || i % 4 === 3) === (j % 4 === 0 || j % 4 === 3);
        return kept ? n * n - (i * n + j) : i * n + j + 1;
      });
