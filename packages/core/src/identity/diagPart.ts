import { real } from './domain.ts';
import { diagonalPart } from './indexMaps.ts';
import { linear } from './linear.ts';

/**
 * Main diagonal of a matrix.
 *
 * @param A m×n matrix
 * @returns y of min(m, n) entries, y_i = A_ii
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(diagPart([[1, 2], [3, 4]])) //=> [1, 4]
 */
export const diagPart = /* @__PURE__ */ linear(diagonalPart, '(m,n)->(k)', real);
