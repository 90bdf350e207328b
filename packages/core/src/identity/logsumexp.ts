import { unshaped } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { type Axis, dropped, filledAxesOf, kept } from '../define/axes.ts';
import { toValue } from '../define/prepare.ts';
import { add } from './add.ts';
import { exp, log, log1p } from './exponential.ts';
import { hadamard } from './hadamard.ts';
import { reshape } from './reshape.ts';
import { shifted } from './shifted.ts';
import { sum } from './sum.ts';
import { sumTo } from './sumTo.ts';

/**
 * Logarithm of the sum of exponentials of all entries, or along some axes, without overflow.
 *
 * @param A array of any shape
 * @param axis the axis or axes to sum over, counted from the end where negative; all of them where left out
 * @returns y = log Σ exp(A_i), in A's shape without those axes; its gradient is softmax(A)
 * @throws {ShapeError} if A has no such axis
 * @throws {DomainError} if there is nothing to sum
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logsumexp([1000, 1000])) //=> 1000.6931471805599
 */
export function logsumexp(A: ArrayInput, axis?: Axis): NdArray {
  const X = toValue('logsumexp', A, 0);
  if (X.shape === unshaped && axis === undefined) return log(sum(exp(X)));
  const axes = filledAxesOf('logsumexp', X, axis);
  const { rest, top, others } = shifted(X, axes);
  const beside = sumTo(hadamard(others, exp(rest)), kept(X.shape, axes));
  return reshape(add(log1p(beside), top), dropped(X.shape, axes));
}
