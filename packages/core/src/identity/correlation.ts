import { primal, type Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { centred } from './covariance.ts';
import { divide } from './divide.ts';
import { frobeniusNorm } from './frobeniusNorm.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';
import { transpose } from './transpose.ts';

/** Refuses variables whose deviations from the mean are no more than its rounding: they are constant. */
function requireVariation({ shape, data }: NdArray, lengths: NdArray): void {
  const [m, n] = shape.slice(-2);
  lengths.data.forEach((length, at) => {
    const j = at % n;
    let largest = 0;
    for (let p = (at - j) * m + j, i = 0; i < m; i++, p += n) largest = Math.max(largest, Math.abs(data[p]));
    if (length <= m * 2 ** -52 * Math.sqrt(m) * largest)
      throw new DomainError('correlation', `expected variables that vary, got a constant column ${j}`);
  });
}

/**
 * Correlation matrix of a sample.
 *
 * @param X m×n matrix, an observation of n variables in each row
 * @returns R n×n, with R_ij the covariance of variables i and j over the product of their standard deviations
 * @throws {ShapeError} if X is no matrix
 * @throws {DomainError} if a variable is constant to working precision, or there is no observation
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(correlation([[1, 2], [3, 6], [2, 0]])) //=> [[1, 0.6546536707079772], [0.6546536707079772, 1]]
 */
export function correlation(X: ArrayInput): NdArray {
  const given: Value = toValue('correlation', X, 0);
  const rows = transpose(centred('correlation', given));
  const lengths: Value = frobeniusNorm(reshape(rows, [...rows.shape, 1]));
  const [numbers, known] = [primal(given), primal(lengths)];
  if (numbers && known) requireVariation(numbers, known);
  const Z = divide(rows, reshape(lengths, [...lengths.shape, 1]));
  return matmul(Z, transpose(Z));
}
