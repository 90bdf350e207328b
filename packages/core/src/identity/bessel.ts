import { nonzero, positive, real } from '../define/domain.ts';
import * as f from '../define/functionsBessel.ts';
import { requireOrder } from '../define/requireOrder.ts';
import { elementwise } from './elementwise.ts';

/**
 * Bessel function of the first kind, of integer order, entry by entry.
 *
 * @param X array of any shape
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = J_n(X_ij), right to rounding of the larger of |J_n| and |Y_n|
 * @throws {DomainError} if there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselJ([0, 1], 0)) //=> [1, 0.7651976865579666]
 */
export const besselJ = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselJ,
  real,
  [[0], [1], [3]],
  requireOrder('besselJ'),
);

/**
 * Bessel function of the second kind, of integer order, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = Y_n(X_ij), right to rounding of the larger of |J_n| and |Y_n|
 * @throws {DomainError} if an entry is not positive, a value overflows or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselY([1, 2], 0)) //=> [0.08825696421567697, 0.5103756726497451]
 */
export const besselY = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselY,
  positive,
  [[0], [1], [3]],
  requireOrder('besselY'),
);

/**
 * Modified Bessel function of the first kind, of integer order, entry by entry.
 *
 * @param X array of any shape
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = I_n(X_ij)
 * @throws {DomainError} if a value overflows, as it does from 713 on, or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselI([0, 1], 0)) //=> [1, 1.266065877752008]
 */
export const besselI = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselI,
  real,
  [[0], [1], [3]],
  requireOrder('besselI'),
);

/**
 * Modified Bessel function of the second kind, of integer order, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = K_n(X_ij)
 * @throws {DomainError} if an entry is not positive, a value overflows or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselK([1, 2], 0)) //=> [0.4210244382407083, 0.1138938727495334]
 */
export const besselK = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselK,
  positive,
  [[0], [1], [3]],
  requireOrder('besselK'),
);

/**
 * Modified Bessel function of the first kind without its growth, entry by entry; its derivative at 0 is 0 for n = 0 by convention.
 *
 * @param X array of any shape
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = exp(-|X_ij|)·I_n(X_ij)
 * @throws {DomainError} if there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselIe([0, 1000], 0)) //=> [1, 0.01261724045589126]
 */
export const besselIe = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselIe,
  nonzero,
  [[0], [1], [3]],
  requireOrder('besselIe'),
);

/**
 * Modified Bessel function of the second kind without its decay, entry by entry.
 *
 * @param X array of any shape with positive entries
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = exp(X_ij)·K_n(X_ij)
 * @throws {DomainError} if an entry is not positive, a value overflows or there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(besselKe([1, 1000], 0)) //=> [1.144463079806894, 0.03962832160075421]
 */
export const besselKe = /* @__PURE__ */ elementwise<[n: number]>(
  f.besselKe,
  positive,
  [[0], [1], [3]],
  requireOrder('besselKe'),
);

/**
 * Spherical Bessel function of the first kind, entry by entry.
 *
 * @param X array of any shape
 * @param n the order, a whole number from 0 to 150
 * @returns Y of the same shape, with Y_ij = √(π/(2·X_ij))·J_(n+½)(X_ij)
 * @throws {DomainError} if there is no such order
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sphericalBesselJ([0, 1], 0)) //=> [1, 0.8414709848078965]
 */
export const sphericalBesselJ = /* @__PURE__ */ elementwise<[n: number]>(
  f.sphericalBesselJ,
  real,
  [[0], [1], [3]],
  requireOrder('sphericalBesselJ'),
);

/**
 * Normalised cardinal sine, entry by entry: 1 at 0, and 0 at all other whole numbers.
 *
 * @param X array of any shape
 * @returns Y of the same shape, with Y_ij = sin(π·X_ij)/(π·X_ij)
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sinc([0, 0.5, 1])) //=> [1, 0.6366197723675814, 0]
 */
export const sinc = /* @__PURE__ */ elementwise(f.sinc, real);
