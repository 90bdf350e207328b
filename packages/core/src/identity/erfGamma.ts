import { belowOne, positive, real } from '../define/domain.ts';
import * as f from '../define/functionsSpecial.ts';
import { requireOrder } from '../define/requireOrder.ts';
import { elementwise } from './elementwise.ts';

/**
 * Error function, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = 2/√π ∫₀^X_ij exp(-t²) dt
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(erf([0, 1])) //=> [0, 0.8427007929497149]
 */
export const erf = /* @__PURE__ */ elementwise(f.erf, real);

/**
 * Complementary error function 1 - erf, entry by entry, accurate where it is tiny.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = 1 - erf(X_ij)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(erfc([0, 10])) //=> [1, 2.088487583762545e-45]
 */
export const erfc = /* @__PURE__ */ elementwise(f.erfc, real);

/**
 * Inverse of the error function, entry by entry.
 *
 * @param X array of any shape with entries within (-1, 1)
 * @returns Y of the same shape, with erf(Y_ij) = X_ij
 * @throws {DomainError} if an entry is not within (-1, 1)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(erfinv([0, 0.5])) //=> [0, 0.4769362762044699]
 */
export const erfinv = /* @__PURE__ */ elementwise(f.erfinv, belowOne);

/**
 * Gamma function, entry by entry: Γ(n) = (n-1)!.
 *
 * @param X array of any shape without 0, -1, -2, …
 * @returns Y of the same shape, with Y_ij = Γ(X_ij)
 * @throws {DomainError} if an entry is a pole, or a value overflows, as it does from 171.7 on
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gamma([0.5, 5])) //=> [1.772453850905516, 24]
 */
export const gamma = /* @__PURE__ */ elementwise(f.gamma, positive);

/**
 * Logarithm of the absolute value of the gamma function, entry by entry.
 *
 * @param X array of any shape without 0, -1, -2, …
 * @returns Y of the same shape, with Y_ij = log|Γ(X_ij)|
 * @throws {DomainError} if an entry is a pole, or a value overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(lgamma([1, 100])) //=> [0, 359.1342053695754]
 */
export const lgamma = /* @__PURE__ */ elementwise(f.lgamma, positive);

/**
 * Digamma function, the derivative of log Γ, entry by entry.
 *
 * @param X array of any shape without 0, -1, -2, …
 * @returns Y of the same shape, with Y_ij = Γ′(X_ij)/Γ(X_ij)
 * @throws {DomainError} if an entry is a pole
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(digamma([1, 10])) //=> [-0.5772156649015329, 2.251752589066721]
 */
export const digamma = /* @__PURE__ */ elementwise(f.digamma, positive);

/**
 * Polygamma function: the n-th derivative of digamma, entry by entry; n = 1 is the trigamma function.
 *
 * @param X array of any shape without 0, -1, -2, …
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = ψ⁽ⁿ⁾(X_ij)
 * @throws {DomainError} if an entry is a pole, a value overflows or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(polygamma([1, 2], 1)) //=> [1.6449340668482264, 0.6449340668482264]
 */
export const polygamma = /* @__PURE__ */ elementwise<[n: number]>(
  f.polygamma,
  positive,
  [[1], [2], [0]],
  requireOrder('polygamma'),
);
