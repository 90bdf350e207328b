import { real } from '../define/domain.ts';
import { rowStack } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Rows of a matrix behind each other.
 *
 * @param A m×n matrix
 * @returns y of m·n entries; rvec(A·X·B) = (A ⊗ Bᵀ)·rvec(X)
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(rvec([[1, 2], [3, 4]])) //=> [1, 2, 3, 4]
 */
export const rvec = /* @__PURE__ */ linear(rowStack, '(m,n)->(k)', real);
