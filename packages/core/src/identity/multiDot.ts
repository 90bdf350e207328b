import type { Value } from '../algebra.ts';
import type { ArrayInput, NdArray } from '../array.ts';
import { toValue } from '../define/prepare.ts';
import { DomainError, ShapeError, showShape } from '../errors.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';

/** Where to cut a chain of matrices of sizes d_0×d_1, d_1×d_2, … so that the least is multiplied: cut[i][j] for matrices i to j. */
function cuts(d: readonly number[]): number[][] {
  const n = d.length - 1;
  const cost = d.map(() => new Float64Array(n));
  const cut = d.map(() => new Array<number>(n).fill(0));
  for (let span = 1; span < n; span++) {
    for (let i = 0; i + span < n; i++) {
      const j = i + span;
      cost[i][j] = 1 / 0;
      for (let k = i; k < j; k++) {
        const total = cost[i][k] + cost[k + 1][j] + d[i] * d[k + 1] * d[j + 1];
        if (total < cost[i][j]) [cost[i][j], cut[i][j]] = [total, k];
      }
    }
  }
  return cut;
}

/**
 * Product of many matrices, in the order of least cost; its derivatives use the same.
 *
 * @param factors matrices whose sizes fit, at least one; the first may be a vector (a row) and the last too (a column)
 * @returns Y = A₁·A₂⋯A_k, without the axes that vectors lack
 * @throws {ShapeError} if the sizes do not fit or there is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(multiDot([[[1, 2]], [[1, 0], [0, 1]], [3, 4]])) //=> [11]
 */
export function multiDot(factors: readonly ArrayInput[]): NdArray {
  if (!Array.isArray(factors))
    throw new DomainError('multiDot', 'expected a list of matrices, got something else');
  const given: Value[] = (factors as readonly ArrayInput[]).map((A, i) => toValue('multiDot', A, i));
  const end = given.length - 1;
  if (end < 0) throw new ShapeError('multiDot', 'at least one matrix', 'none');
  const row = given[0].shape.length === 1 && end > 0;
  const column = given[end].shape.length === 1 && end > 0;
  const matrices: Value[] = given.map((A, i) => {
    const isRow = i === 0 && row;
    if (!(isRow || (i === end && column))) return A;
    return reshape(A, isRow ? [1, ...A.shape] : [...A.shape, 1]);
  });
  const sizes = matrices.map(({ shape }) => shape.slice(-2));
  const fits = sizes.every((size, i) => size.length === 2 && (i === 0 || sizes[i - 1][1] === size[0]));
  if (!fits && end > 0)
    throw new ShapeError(
      'multiDot',
      'matrices that fit',
      given.map(({ shape }) => showShape(shape)).join(' and '),
    );
  const cut = end > 0 ? cuts([sizes[0][0], ...sizes.map(([, n]) => n)]) : [];
  const product = (i: number, j: number): NdArray =>
    i === j ? matrices[i] : matmul(product(i, cut[i][j]), product(cut[i][j] + 1, j));
  const Y = product(0, end);
  const stack = Y.shape.slice(0, -2);
  const core = Y.shape.slice(-2).filter((_, axis) => !(axis === 0 ? row : column));
  return row || column ? reshape(Y, [...stack, ...core]) : Y;
}
