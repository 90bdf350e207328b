import { aboveMinusOne, aboveOne, belowOne, fractional, nonzero, positive, real } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { elementwise } from './elementwiseIdentity.ts';

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

/**
 * max(x, 0), entry by entry; its derivative at 0 is 0 by convention.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = max(X_ij, 0)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(relu([2, -3])) //=> [2, 0]
 */
export const relu = /* @__PURE__ */ elementwise(f.relu, nonzero);

/**
 * Absolute value, entry by entry; its derivative at 0 is 0 by convention.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = |X_ij|
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(abs([2, -3])) //=> [2, 3]
 */
export const abs = /* @__PURE__ */ elementwise(f.abs, nonzero);

/**
 * Sign, entry by entry; its derivative is 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = -1, 0 or 1, the sign of X_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sign([2, -3])) //=> [1, -1]
 */
export const sign = /* @__PURE__ */ elementwise(f.sign, nonzero);

/**
 * Largest whole number below, entry by entry; its derivative is 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij ≤ X_ij < Y_ij + 1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(floor([1.5, -1.5])) //=> [1, -2]
 */
export const floor = /* @__PURE__ */ elementwise(f.floor, fractional);

/**
 * Smallest whole number above, entry by entry; its derivative is 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij - 1 < X_ij ≤ Y_ij
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(ceil([1.5, -1.5])) //=> [2, -1]
 */
export const ceil = /* @__PURE__ */ elementwise(f.ceil, fractional);

/**
 * Nearest whole number, the even one of two, entry by entry; its derivative is 0.
 *
 * @param X array of any shape
 * @returns Y of the same shape
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(round([1.4, 2.5, -3.5])) //=> [1, 2, -4]
 */
export const round = /* @__PURE__ */ elementwise(f.round, fractional);

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
export const pow = /* @__PURE__ */ elementwise<[p: number]>(f.pow, positive, [[2.5], [0]]);
