import { real } from '../define/domain.ts';
import { columnStack } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Columns of a matrix below each other.
 *
 * @param A m×n matrix
 * @returns y of m·n entries; vec(A·X·B) = (Bᵀ ⊗ A)·vec(X)
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(vec([[1, 2], [3, 4]])) //=> [1, 3, 2, 4]
 */
export const vec = /* @__PURE__ */ linear(columnStack, '(m,n)->(k)', real);
