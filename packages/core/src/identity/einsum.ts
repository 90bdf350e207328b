import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { parseSubscripts } from '../define/subscripts.ts';
import { DomainError } from '../errors.ts';
import { contract } from './contract.ts';

/**
 * Sums of products of arrays in Einstein's notation, NumPy's: products of matrices, traces, diagonals, outer products, contractions.
 *
 * Pairs are contracted in the order that keeps what is between small, each by one product of matrices.
 *
 * @param subscripts a letter for each axis of each operand, and for those of the result after '->': `'ij,jk->ik'`
 * @param operands arrays; '...' stands for leading axes, which broadcast
 * @returns Y with the axes after the arrow: the products of all entries, summed over all other letters
 * @throws {ShapeError} if the sizes of a letter differ, or the operands do not fit the subscripts
 * @throws {DomainError} if the subscripts make no sense
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(einsum('ij,jk->ik', [[1, 2], [3, 4]], [[0, 1], [1, 0]])) //=> [[2, 1], [4, 3]]
 * toNested(einsum('ii', [[1, 2], [3, 4]])) //=> 5
 * toNested(grad((A) => einsum('i,ij,j', [1, 2], A, [1, 1]))([[1, 2], [3, 4]])) //=> [[1, 1], [2, 2]]
 */
export function einsum(subscripts: string, ...operands: readonly ArrayInput[]): NdArray {
  if (typeof subscripts !== 'string')
    throw new DomainError('einsum', `expected subscripts such as 'ij,jk->ik', got ${typeof subscripts}`);
  const values: Value[] = operands.map((operand, i) => toValue('einsum', operand, i));
  const { labels, output, sizes } = parseSubscripts(subscripts, values);
  const lettered = (value: NdArray, i: number) => ({ value, labels: labels[i] });
  return contract(values.map(lettered), output, sizes);
}
