import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { cond } from './cond.ts';
import type { NormOrder } from './norm.ts';
import { reciprocal } from './powers.ts';

/**
 * Reciprocal condition number of a matrix: near 1 for one that is well conditioned, 0 for a singular one.
 *
 * @param A n×n matrix; m×n for the orders 2 and -2
 * @param order which norm, as in `norm`; 1 where left out
 * @returns y = 1/(‖A‖·‖A⁻¹‖), a scalar
 * @throws {ShapeError} if A is not square and the order is not 2 or -2
 * @throws {DomainError} if there is no such norm, or no entry
 * @throws {DegenerateError} from derivatives for order 2 where an extreme singular value is repeated, or zero to working precision
 * @throws {SingularMatrixError} from derivatives for other orders, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(rcond([[2, 0], [0, 4]])) //=> 0.5
 */
export function rcond(A: ArrayInput, order?: NormOrder): NdArray;
export function rcond(A: ArrayInput): NdArray;
export function rcond(A: ArrayInput, order: NormOrder = 1): NdArray {
  const y: Value = cond(A, order);
  return 'algebra' in y ? reciprocal(y) : { shape: y.shape, data: y.data.map((c) => 1 / c) };
}
