import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { eye } from '../constants.ts';
import { toValue } from '../define/prepare.ts';
import { ShapeError, showShape } from '../errors.ts';
import { add } from './add.ts';
import { kron } from './kron.ts';

/**
 * Kronecker sum of two square matrices: exp of it is the Kronecker product of their exponentials.
 *
 * @param A m×m matrix
 * @param B n×n matrix
 * @returns Y = A ⊗ I + I ⊗ B, mn×mn
 * @throws {ShapeError} if A or B is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(kronSum([[1]], [[2, 3], [4, 5]])) //=> [[3, 3], [4, 6]]
 */
export function kronSum(A: ArrayInput, B: ArrayInput): NdArray {
  const [X, Y]: Value[] = [toValue('kronSum', A, 0), toValue('kronSum', B, 1)];
  const order = ({ shape }: Value): number => {
    const [n, k] = shape.slice(-2);
    if (shape.length < 2 || n !== k) throw new ShapeError('kronSum', 'a square matrix', showShape(shape));
    return n;
  };
  const [m, n] = [order(X), order(Y)];
  return add(kron(X, eye(n)), kron(eye(m), Y));
}
