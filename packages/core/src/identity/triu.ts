import { real } from './domain.ts';
import { upperTriangle } from './indexMaps.ts';
import { linear } from './linear.ts';

/**
 * Upper triangle of a matrix, zeros below.
 *
 * @param A m×n matrix
 * @returns Y with Y_ij = A_ij for i ≤ j, else 0
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(triu([[1, 2], [3, 4]])) //=> [[1, 2], [0, 4]]
 */
export const triu = /* @__PURE__ */ linear(upperTriangle, '(m,n)->(m,n)', real);
