import { fromEntries } from '../../matrix.ts';

/** Binomials C(i+j, i): symmetric positive definite, det = 1, integer inverse. */
export const pascal = (n: number) => {
  const row: number[][] = [];
  for (let i = 0; i < n; i++) {
    row.push(new Array<number>(n).fill(1));
    for (let j = 1; j < n && i > 0; j++)
      (row[i] as number[])[j] = (row[i - 1]?.[j] as number) + (row[i]?.[j - 1] as number);
  }
  return fromEntries(n, n, (i, j) => row[i]?.[j] as number);
};
