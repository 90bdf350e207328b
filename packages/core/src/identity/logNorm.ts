import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError } from '../errors.ts';
import { add } from './add.ts';
import { diagPart } from './diagPart.ts';
import { eigvalsh } from './eigvalsh.ts';
import { max } from './max.ts';
import { abs } from './piecewise.ts';
import { sub } from './sub.ts';
import { sum } from './sum.ts';
import { sym } from './sym.ts';

/**
 * Logarithmic norm of a square matrix: the derivative of ‖exp(tA)‖ at t = 0, so ‖exp(tA)‖ ≤ exp(t·y) for t ≥ 0. It may be negative.
 *
 * @param A n×n matrix, n > 0
 * @param order 1, 2 or Infinity; 2 where left out
 * @returns y = lim (‖I + hA‖ - 1)/h as h → 0+, a scalar; for order 2 the largest eigenvalue of (A+Aᵀ)/2
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if there is no such order, or no entry
 * @throws {DegenerateError} from derivatives for order 2, where the largest eigenvalue is repeated up to rounding
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logNorm([[-2, 1], [-1, -3]])) //=> -2
 * toNested(logNorm([[-2, 1], [0, -3]], 1)) //=> -2
 */
export function logNorm(A: ArrayInput, order = 2): NdArray {
  if (order === 2) return max(eigvalsh(sym(A)), -1);
  if (order !== 1 && order !== 1 / 0)
    throw new DomainError('logNorm', `expected an order of 1, 2 or Infinity, got ${order}`);
  const X = toValue('logNorm', A, 0);
  const d = diagPart(X);
  return max(add(sum(abs(X), order === 1 ? -2 : -1), sub(d, abs(d))), -1);
}
