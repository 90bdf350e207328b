import { real } from '../define/domain.ts';
import { lowerStack } from '../define/indexMaps.ts';
import { linear } from '../define/linear.ts';

/**
 * Columns of the lower triangle of a square matrix below each other.
 *
 * @param A n×n matrix; what stands above its diagonal does not count
 * @returns y of n(n+1)/2 entries
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(vech([[1, 9], [3, 4]])) //=> [1, 3, 4]
 */
export const vech = /* @__PURE__ */ linear(lowerStack, '(n,n)->(k)', real);
