import { real } from './domain.ts';
import { diagonal } from './indexMaps.ts';
import { linear } from './linear.ts';

/**
 * Diagonal matrix of a vector.
 *
 * @param x vector of n entries
 * @returns Y n×n with Y_ii = x_i and zeros elsewhere
 * @throws {ShapeError} if x is a scalar
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(diag([1, 2])) //=> [[1, 0], [0, 2]]
 */
export const diag = /* @__PURE__ */ linear(diagonal, '(k)->(n,n)', real);
