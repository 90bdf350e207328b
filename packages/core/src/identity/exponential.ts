import { aboveMinusOne, positive, real } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { elementwise } from './elementwise.ts';

/**
 * Exponential, entry by entry (not the matrix exponential).
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = exp(X_ij)
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(exp([0, 1])) //=> [1, 2.718281828459045]
 */
export const exp = /* @__PURE__ */ elementwise(f.exp, real);

/**
 * e^x - 1, entry by entry, accurate near 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = exp(X_ij) - 1
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expm1(1e-20)) //=> 1e-20
 */
export const expm1 = /* @__PURE__ */ elementwise(f.expm1, real);

/**
 * Powers of 2, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = 2^X_ij
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(exp2([0, -3])) //=> [1, 0.125]
 */
export const exp2 = /* @__PURE__ */ elementwise(f.exp2, real);

/**
 * Natural logarithm, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @returns Y of the same shape, with Y_ij = log X_ij
 * @throws {DomainError} if an entry is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log([1, 2])) //=> [0, 0.6931471805599453]
 */
export const log = /* @__PURE__ */ elementwise(f.log, positive);

/**
 * log(1 + x), entry by entry, accurate near 0.
 *
 * @param X array of any shape with entries above -1
 * @returns Y of the same shape, with Y_ij = log(1 + X_ij)
 * @throws {DomainError} if an entry is not above -1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log1p(1e-20)) //=> 1e-20
 */
export const log1p = /* @__PURE__ */ elementwise(f.log1p, aboveMinusOne);

/**
 * Logarithm to the base 2, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @returns Y of the same shape, with 2^Y_ij = X_ij
 * @throws {DomainError} if an entry is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log2([1, 8])) //=> [0, 3]
 */
export const log2 = /* @__PURE__ */ elementwise(f.log2, positive);

/**
 * Logarithm to the base 10, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @returns Y of the same shape, with 10^Y_ij = X_ij
 * @throws {DomainError} if an entry is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(log10([1, 1000])) //=> [0, 3]
 */
export const log10 = /* @__PURE__ */ elementwise(f.log10, positive);
