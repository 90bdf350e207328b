import { nonzero, positive, real } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { DomainError } from '../errors.ts';
import { elementwise } from './elementwise.ts';

/**
 * Square, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = X_ij²
 * @throws {DomainError} if a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(square([2, -3])) //=> [4, 9]
 */
export const square = /* @__PURE__ */ elementwise(f.square, real);

/**
 * Square root, entry by entry.
 *
 * @param X array of any shape with nonnegative entries
 * @returns Y of the same shape, with Y_ij = √X_ij
 * @throws {DomainError} if an entry is negative
 * @throws {DomainError} from its first derivative on, where an entry is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sqrt([4, 9])) //=> [2, 3]
 */
export const sqrt = /* @__PURE__ */ elementwise(f.sqrt, positive);

/**
 * Cube root, entry by entry, negative where the entry is.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij³ = X_ij
 * @throws {DomainError} from its first derivative on, where an entry is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cbrt([8, -27])) //=> [2, -3]
 */
export const cbrt = /* @__PURE__ */ elementwise(f.cbrt, nonzero);

/**
 * 1/x, entry by entry.
 *
 * @param X array of any shape with nonzero entries
 * @returns Y of the same shape, with Y_ij = 1/X_ij
 * @throws {DomainError} if an entry is 0 or so small that its reciprocal overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(reciprocal([2, -4])) //=> [0.5, -0.25]
 */
export const reciprocal = /* @__PURE__ */ elementwise(f.reciprocal, nonzero);

/**
 * Power with a fixed exponent, entry by entry (not the matrix power).
 *
 * @param X array of any shape, with positive entries where p is no integer
 * @param p the exponent
 * @returns Y with Y_ij = X_ij^p
 * @throws {DomainError} if a power is not a finite real number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(pow([2, 3], 2)) //=> [4, 9]
 */
export const pow = /* @__PURE__ */ elementwise<[p: number]>(f.pow, positive, [[2.5], [0]], (p) => {
  if (!Number.isFinite(p))
    throw new DomainError('pow', `expected a number as parameter, got ${p}`, 'Arrays of exponents: power.');
});
