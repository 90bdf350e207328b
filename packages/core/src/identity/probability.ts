import { positive, probability, real } from '../define/domain.ts';
import * as f from '../define/functionsNormal.ts';
import { requireOrder } from '../define/requireOrder.ts';
import { elementwise } from './elementwise.ts';

/**
 * Complementary error function without its decay, entry by entry.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = exp(X_ij²)·erfc(X_ij)
 * @throws {DomainError} if a value overflows, as it does below -26.6
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(erfcx([0, 100])) //=> [1, 0.005641613782989433]
 */
export const erfcx = /* @__PURE__ */ elementwise(f.erfcx, real);

/**
 * Logarithm of the distribution function of the standard normal distribution, entry by entry, accurate in both tails.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = log ∫_(-∞)^X_ij exp(-t²/2)/√(2π) dt
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logNormalCdf([0, -50])) //=> [-0.6931471805599453, -1254.831361139420]
 */
export const logNormalCdf = /* @__PURE__ */ elementwise(f.logNormalCdf, real);

/**
 * Quantiles of the standard normal distribution, entry by entry, accurate in the lower tail.
 *
 * @param X array of any shape with entries within (0, 1)
 * @returns Y of the same shape, with P(Z ≤ Y_ij) = X_ij for a standard normal Z
 * @throws {DomainError} if an entry is not within (0, 1)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(normalQuantile([0.5, 0.025])) //=> [0, -1.959963984540054]
 */
export const normalQuantile = /* @__PURE__ */ elementwise(f.normalQuantile, probability);

/**
 * Exponential integral, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = ∫_1^∞ exp(-X_ij·t)/t^n dt
 * @throws {DomainError} if an entry is not positive, a value overflows or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expIntegral([1, 2], 1)) //=> [0.2193839343955203, 0.04890051070806112]
 */
export const expIntegral = /* @__PURE__ */ elementwise<[n: number]>(
  f.expIntegral,
  positive,
  [[1], [3], [0]],
  requireOrder('expIntegral'),
);

/**
 * Log-odds, entry by entry: the inverse of sigmoid.
 *
 * @param X array of any shape with entries within (0, 1)
 * @returns Y of the same shape, with Y_ij = log(X_ij/(1 - X_ij))
 * @throws {DomainError} if an entry is not within (0, 1)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logit([0.5, 0.75])) //=> [0, 1.098612288668110]
 */
export const logit = /* @__PURE__ */ elementwise(f.logit, probability);

/**
 * What a probability adds to an entropy, entry by entry.
 *
 * @param X array of any shape with nonnegative entries
 * @returns Y of the same shape, with Y_ij = -X_ij·log X_ij, 0 at 0
 * @throws {DomainError} if an entry is negative
 * @throws {DomainError} from its first derivative on, where an entry is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(entr([0, 0.5, 1])) //=> [0, 0.3465735902799726, 0]
 */
export const entr = /* @__PURE__ */ elementwise(f.entr, positive);
