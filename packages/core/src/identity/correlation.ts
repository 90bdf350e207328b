import type { ArrayInput, NdArray } from '../array.ts';
import { centred } from './covariance.ts';
import { divide } from './divide.ts';
import { matmul } from './matmul.ts';
import { norm } from './norm.ts';
import { reshape } from './reshape.ts';
import { transpose } from './transpose.ts';

/**
 * Correlation matrix of a sample.
 *
 * @param X m×n matrix, an observation of n variables in each row
 * @returns R n×n, with R_ij the covariance of variables i and j over the product of their standard deviations
 * @throws {ShapeError} if X is no matrix
 * @throws {DomainError} if a variable is constant, or there is no observation
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(correlation([[1, 2], [3, 6], [2, 0]])) //=> [[1, 0.6546536707079772], [0.6546536707079772, 1]]
 */
export function correlation(X: ArrayInput): NdArray {
  const C = centred('correlation', X);
  const { shape } = C;
  const lengths = norm(C, 2, -2);
  const Z = divide(C, reshape(lengths, [...shape.slice(0, -2), 1, shape[shape.length - 1]]));
  return matmul(transpose(Z), Z);
}
