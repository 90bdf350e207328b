import { fromEntries } from '../../matrix.ts';

/** Sylvester's ±1 matrix, n a power of 2: A Aᵀ = n I. */
export const hadamard = (n: number) =>
  fromEntries(n, n, (i, j) => {
    let sign = 1;
    for (let bits = i & j; bits > 0; bits >>= 1) if (bits & 1) sign = -sign;
    return sign;
  });
