import { belowOne, real } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { elementwise } from './elementwise.ts';

/**
 * Sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = sin X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sin([0, 1])) //=> [0, 0.8414709848078965]
 */
export const sin = /* @__PURE__ */ elementwise(f.sin, real);

/**
 * Cosine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = cos X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cos([0, 1])) //=> [1, 0.5403023058681398]
 */
export const cos = /* @__PURE__ */ elementwise(f.cos, real);

/**
 * Tangent, entry by entry.
 *
 * @param X array of any shape, away from odd multiples of π/2
 * @returns Y of the same shape, with Y_ij = tan X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tan([0, 1])) //=> [0, 1.5574077246549023]
 */
export const tan = /* @__PURE__ */ elementwise(f.tan, belowOne);

/**
 * Inverse sine, entry by entry.
 *
 * @param X array of any shape with entries within [-1, 1]
 * @returns Y of the same shape, with Y_ij = arcsin X_ij
 * @throws {DomainError} if an entry is not within [-1, 1]
 * @throws {DomainError} from its first derivative on, where an entry is -1 or 1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(asin([0, 1])) //=> [0, 1.5707963267948966]
 */
export const asin = /* @__PURE__ */ elementwise(f.asin, belowOne);

/**
 * Inverse cosine, entry by entry.
 *
 * @param X array of any shape with entries within [-1, 1]
 * @returns Y of the same shape, with Y_ij = arccos X_ij
 * @throws {DomainError} if an entry is not within [-1, 1]
 * @throws {DomainError} from its first derivative on, where an entry is -1 or 1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(acos([1, 0])) //=> [0, 1.5707963267948966]
 */
export const acos = /* @__PURE__ */ elementwise(f.acos, belowOne);

/**
 * Inverse tangent, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = arctan X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(atan([0, 1])) //=> [0, 0.7853981633974483]
 */
export const atan = /* @__PURE__ */ elementwise(f.atan, real);
