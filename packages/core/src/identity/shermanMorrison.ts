import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { reshape } from './reshape.ts';
import { woodbury } from './woodbury.ts';

/**
 * Solution of (A + u·vᵀ)·X = B by Sherman and Morrison's formula.
 *
 * @param A n×n matrix, nonsingular; or the vector of n entries of a diagonal one
 * @param u vector of n entries
 * @param v vector of n entries
 * @param B n×m matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, A⁻¹B - A⁻¹u·vᵀA⁻¹B / (1 + vᵀA⁻¹u)
 * @throws {ShapeError} if the sizes do not fit
 * @throws {SingularMatrixError} if A or the sum is singular to working precision
 * @throws {DomainError} if A is a vector with a zero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(shermanMorrison([1, 2], [1, 0], [1, 0], [2, 2])) //=> [1, 1]
 */
export function shermanMorrison(A: ArrayInput, u: ArrayInput, v: ArrayInput, B: ArrayInput): NdArray {
  const [x, y]: Value[] = [toValue('shermanMorrison', u, 1), toValue('shermanMorrison', v, 2)];
  const row = reshape(y, [...y.shape.slice(0, -1), 1, ...y.shape.slice(-1)]);
  return woodbury(A, reshape(x, [...x.shape, 1]), [[1]], row, B);
}
