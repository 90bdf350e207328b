import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { add } from './add.ts';
import { lgamma } from './erfGamma.ts';
import { scale } from './scale.ts';

/**
 * Logarithm of the multivariate gamma function, entry by entry: the normalisation of Wishart's density.
 *
 * @param A array of any shape with entries above (n-1)/2
 * @param n the dimension, a whole number
 * @returns Y with Y_ij = n(n-1)/4·log π + Σ_{k<n} log Γ(A_ij - k/2)
 * @throws {DomainError} if n is no whole number, or a value is a pole of Γ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(multigammaln(2.5, 2)) //=> 0.8570478133976193
 */
export function multigammaln(A: ArrayInput, n: number): NdArray {
  if (!(Number.isInteger(n) && n >= 0 && n < 2 ** 16))
    throw new DomainError('multigammaln', `expected a dimension, a whole number below 2^16, got ${n}`);
  const start = (n * (n - 1) * Math.log(Math.PI)) / 4;
  const terms = Array.from({ length: n }, (_, k) => lgamma(add(A, -k / 2)));
  return terms.reduce((sum, term) => add(sum, term), add(scale(0, toValue('multigammaln', A, 0)), start));
}
