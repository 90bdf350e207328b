import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { hadamard } from './hadamard.ts';
import { matmul } from './matmul.ts';
import { mean } from './mean.ts';
import { reshape } from './reshape.ts';
import { sub } from './sub.ts';
import { transpose } from './transpose.ts';

/** Rows less their mean. */
export function centred(op: string, A: ArrayInput): NdArray {
  const X: Value = toValue(op, A, 0);
  const { shape } = X;
  if (shape.length < 2) throw new ShapeError(op, 'a matrix, an observation in each row', showShape(shape));
  if (shape[shape.length - 2] === 0) throw new DomainError(op, 'expected observations, got none');
  return sub(X, reshape(mean(X, -2), [...shape.slice(0, -2), 1, shape[shape.length - 1]]));
}

/**
 * Covariance matrix of a sample.
 *
 * @param X m×n matrix, an observation of n variables in each row
 * @param ddof what is taken off m, the number of observations, in the denominator; 1 where left out, which makes it unbiased
 * @returns S n×n, (X - mean)ᵀ(X - mean)/(m - ddof)
 * @throws {ShapeError} if X is no matrix
 * @throws {DomainError} if there are not more than ddof observations
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(covariance([[1, 2], [3, 6]])) //=> [[2, 4], [4, 8]]
 */
export function covariance(X: ArrayInput, ddof = 1): NdArray {
  const C = centred('covariance', X);
  if (!Number.isFinite(ddof)) throw new DomainError('covariance', `expected a number for ddof, got ${ddof}`);
  const count = C.shape[C.shape.length - 2] - ddof;
  if (!(count > 0))
    throw new DomainError('covariance', `expected more than ${ddof} observations, got ${count + ddof}`);
  return hadamard(1 / count, matmul(transpose(C), C));
}
