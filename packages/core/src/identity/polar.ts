import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { matmul } from './matmul.ts';
import { polarFactor } from './polarFactor.ts';
import { sym } from './sym.ts';
import { transpose } from './transpose.ts';

/**
 * Polar decomposition: a matrix with orthonormal columns (rows, where m < n) times a symmetric positive definite one.
 *
 * Right at equal singular values, where a singular value decomposition has no derivative.
 *
 * @param A m×n matrix of full rank; k = min(m, n)
 * @returns `[U, P]`, U m×n as polarFactor gives it and P k×k symmetric positive definite, with A = U·P, or A = P·U where m < n
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} if A is rank deficient to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * polar([[0, 2], [-3, 0]]).map(toNested) //=> [[[0, 1], [-1, 0]], [[3, 0], [0, 2]]]
 */
export function polar(A: ArrayInput): readonly [U: NdArray, P: NdArray] {
  const X = toValue('polar', A, 0);
  const U = polarFactor(X);
  const [m, n] = X.shape.slice(-2);
  return [U, sym(m < n ? matmul(X, transpose(U)) : matmul(transpose(U), X))];
}
