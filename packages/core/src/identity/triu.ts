import { real } from '../define/domain.ts';
import { upperFrom, upperTriangle } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Upper triangle of a matrix, zeros below.
 *
 * @param A m×n matrix
 * @param offset the first diagonal that stays, above the main one where positive; 0 where left out
 * @returns Y with Y_ij = A_ij for i + offset ≤ j, else 0
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if the offset is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(triu([[1, 2], [3, 4]])) //=> [[1, 2], [0, 4]]
 */
export const triu = /* @__PURE__ */ linear<'(m,n)->(m,n)', [offset?: number]>(
  upperTriangle,
  '(m,n)->(m,n)',
  real,
  { examples: [{ options: [] }, { options: [1] }] },
  upperFrom,
);
