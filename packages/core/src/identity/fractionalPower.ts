import type { ArrayInput, NdArray } from '../array.ts';
import { expm } from './expm.ts';
import { logm } from './logm.ts';
import { scale } from './scale.ts';

/**
 * Real power of a square matrix, differentiable in the exponent as well.
 *
 * @param A n×n matrix without eigenvalues on the closed negative real axis; for integer powers of others use matrixPower
 * @param p the exponent, a scalar
 * @returns Y = A^p = e^(p·log A), n×n, with the principal logarithm
 * @throws {ShapeError} if A is not square or p no scalar
 * @throws {DomainError} if A has an eigenvalue on the closed negative real axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(fractionalPower([[4, 0], [0, 1]], -0.5)) //=> [[0.5, 0], [0, 1]]
 */
export const fractionalPower = (A: ArrayInput, p: ArrayInput): NdArray => expm(scale(p, logm(A)));
