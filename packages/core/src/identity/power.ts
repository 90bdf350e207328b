import type { ArrayInput, NdArray } from '../array.ts';
import { exp, log } from './exponential.ts';
import { hadamard } from './hadamard.ts';

/**
 * Power of positive numbers, entry by entry, differentiable in base and exponent; `pow` takes a fixed exponent.
 *
 * @param X array of any shape with positive entries
 * @param P exponents, in a shape that broadcasts with X's as NumPy's do
 * @returns Y with Y_ij = exp(P_ij·log X_ij), in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of X is not positive
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(grad((x, p) => power(x, p), 1)(Math.E, 2)) //=> 7.389056098930650
 */
export const power = (X: ArrayInput, P: ArrayInput): NdArray => exp(hadamard(P, log(X)));
