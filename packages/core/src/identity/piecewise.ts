import { fractional, nonzero } from '../define/domain.ts';
import * as f from '../define/functions.ts';
import { elementwise } from './elementwise.ts';

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
