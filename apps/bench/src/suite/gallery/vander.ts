import { fromEntries } from '../../matrix.ts';

/** Vandermonde on n equidistant points of [0, 1]: x_i^j. */
export const vander = (n: number) =>
  fromEntries(n, n, (i, j) => {
    let power = 1;
    for (let k = 0; k < j; k++) power *= i / (n - 1);
    return power;
  });
