import type { ArrayInput, NdArray } from '../array.ts';
import { add } from './add.ts';
import { lgamma } from './erfGamma.ts';
import { sub } from './sub.ts';

/**
 * Logarithm of the beta function, entry by entry.
 *
 * @param A array of any shape with positive entries
 * @param B array with positive entries whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = log Γ(A_ij) + log Γ(B_ij) - log Γ(A_ij + B_ij), in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if a value is a pole of Γ or overflows
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logBeta(1, 4)) //=> -1.386294361119891
 */
export const logBeta = (A: ArrayInput, B: ArrayInput): NdArray =>
  sub(add(lgamma(A), lgamma(B)), lgamma(add(A, B)));
