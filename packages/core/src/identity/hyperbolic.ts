import { aboveOne, belowOne, real } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { elementwise } from './elementwise.ts';

/**
 * Hyperbolic sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = sinh X_ij
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sinh([0, 1])) //=> [0, 1.1752011936438014]
 */
export const sinh = /* @__PURE__ */ elementwise(f.sinh, real);

/**
 * Hyperbolic cosine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = cosh X_ij
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cosh([0, 1])) //=> [1, 1.5430806348152437]
 */
export const cosh = /* @__PURE__ */ elementwise(f.cosh, real);

/**
 * Hyperbolic tangent, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = tanh X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tanh([0, 1])) //=> [0, 0.7615941559557649]
 */
export const tanh = /* @__PURE__ */ elementwise(f.tanh, real);

/**
 * Inverse hyperbolic sine, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = arsinh X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(asinh([0, 1])) //=> [0, 0.881373587019543]
 */
export const asinh = /* @__PURE__ */ elementwise(f.asinh, real);

/**
 * Inverse hyperbolic cosine, entry by entry.
 *
 * @param X array of any shape with entries at least 1
 * @returns Y of the same shape, with Y_ij = arcosh X_ij
 * @throws {DomainError} if an entry is not at least 1
 * @throws {DomainError} from its first derivative on, where an entry is 1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(acosh([1, 2])) //=> [0, 1.3169578969248166]
 */
export const acosh = /* @__PURE__ */ elementwise(f.acosh, aboveOne);

/**
 * Inverse hyperbolic tangent, entry by entry.
 *
 * @param X array of any shape with entries within (-1, 1)
 * @returns Y of the same shape, with Y_ij = artanh X_ij
 * @throws {DomainError} if an entry is not within (-1, 1)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(atanh([0, 0.5])) //=> [0, 0.5493061443340548]
 */
export const atanh = /* @__PURE__ */ elementwise(f.atanh, belowOne);

/**
 * Logistic function 1/(1 + e^-x), entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = 1/(1 + exp(-X_ij))
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sigmoid([0])) //=> [0.5]
 */
export const sigmoid = /* @__PURE__ */ elementwise(f.sigmoid, real);

/**
 * log(1 + e^x), entry by entry, without overflow.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = log(1 + exp X_ij)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(softplus([0])) //=> [0.6931471805599453]
 */
export const softplus = /* @__PURE__ */ elementwise(f.softplus, real);
