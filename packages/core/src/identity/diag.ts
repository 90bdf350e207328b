import { real } from '../define/domain.ts';
import { diagonal, diagonalAt } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Diagonal matrix of a vector, or one with the vector as another diagonal.
 *
 * @param x vector of n entries
 * @param offset how far above the main diagonal, below where negative; 0 where left out
 * @returns Y with Y_ii = x_i and zeros elsewhere, n×n; with an offset k of order n + |k|
 * @throws {ShapeError} if x is a scalar
 * @throws {DomainError} if the offset is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(diag([1, 2])) //=> [[1, 0], [0, 2]]
 * toNested(diag([1], 1)) //=> [[0, 1], [0, 0]]
 */
export const diag = /* @__PURE__ */ linear<'(k)->(n,n)', [offset?: number]>(
  diagonal,
  '(k)->(n,n)',
  real,
  { examples: [{ options: [] }, { options: [-1] }] },
  diagonalAt,
);
