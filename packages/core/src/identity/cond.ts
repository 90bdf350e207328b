import type { Value } from '../algebra.ts';
import { type ArrayInput, type NdArray, sizeOf } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, SingularMatrixError } from '../errors.ts';
import { divide } from './divide.ts';
import { hadamard } from './hadamard.ts';
import { inv } from './inv.ts';
import { type NormOrder, norm } from './norm.ts';
import { reshape } from './reshape.ts';
import { singularRange } from './singularRange.ts';
import { take } from './take.ts';

/** A quotient of plain numbers, Infinity over zero. */
const ratio = (a: NdArray, b: NdArray): NdArray => ({
  shape: a.shape,
  data: a.data.map((x, i) => (b.data[i] === 0 ? 1 / 0 : x / b.data[i])),
});

/**
 * Condition number of a matrix: how much larger its relative changes can be in the inverse than in the matrix.
 *
 * `conditionReport` says what follows from it, at a fraction of the cost.
 *
 * @param A n×n matrix; m×n for the orders 2 and -2
 * @param order which norm, as in `norm`; 2 where left out
 * @returns y = ‖A‖·‖A⁻¹‖, for order 2 the quotient of the extreme singular values, a scalar; Infinity where A is singular
 * @throws {ShapeError} if A is not square and the order is not 2 or -2
 * @throws {DomainError} if there is no such norm, or no entry
 * @throws {DegenerateError} from derivatives for order 2 where an extreme singular value is repeated, or zero to working precision
 * @throws {SingularMatrixError} from derivatives for other orders, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cond([[2, 0], [0, 4]])) //=> 2
 * toNested(cond([[1, 2], [2, 4]], 1)) //=> Infinity
 */
export function cond(A: ArrayInput, order?: NormOrder): NdArray;
export function cond(A: ArrayInput): NdArray;
export function cond(A: ArrayInput, order: NormOrder = 2): NdArray {
  const X: Value = toValue('cond', A, 0);
  if (sizeOf(X.shape) === 0) throw new DomainError('cond', 'expected entries, got none');
  if (order === 2 || order === -2) {
    const [first, last] = singularRange('cond', X);
    const [over, under] = order === 2 ? [first, last] : [last, first];
    return 'algebra' in first ? divide(over, under) : ratio(over, under);
  }
  const plain = !('algebra' in X);
  try {
    return hadamard(norm(X, order), norm(inv(X, { illConditioned: plain }), order));
  } catch (error) {
    if (!(plain && error instanceof SingularMatrixError)) throw error;
    const lead = X.shape.slice(0, -2);
    if (lead.length === 0) return { shape: lead, data: Float64Array.of(1 / 0) };
    const members = reshape(X, [sizeOf(lead), ...X.shape.slice(-2)]);
    const each = Array.from({ length: sizeOf(lead) }, (_, i) => cond(take(members, i), order).data[0]);
    return { shape: lead, data: Float64Array.from(each) };
  }
}
