import { real } from '../define/domain.ts';
import { diagonalPart, diagonalPartAt } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Main diagonal of a matrix, or another one.
 *
 * @param A m×n matrix
 * @param offset how far above the main diagonal, below where negative; 0 where left out
 * @returns y of min(m, n) entries, y_i = A_ii; with an offset k the entries A_(i,i+k)
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if the offset is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(diagPart([[1, 2], [3, 4]])) //=> [1, 4]
 * toNested(diagPart([[1, 2], [3, 4]], 1)) //=> [2]
 */
export const diagPart = /* @__PURE__ */ linear<'(m,n)->(k)', [offset?: number]>(
  diagonalPart,
  '(m,n)->(k)',
  real,
  { examples: [{ options: [] }, { options: [1] }] },
  diagonalPartAt,
);
