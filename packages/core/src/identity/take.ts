import { shapeOf } from '../define/axes.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { ShapeError } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/**
 * One entry along the first axis: a matrix of a stack, a row of a matrix, an entry of a vector.
 *
 * @param A array of shape [n, ...]
 * @param i index, 0 ≤ i < n
 * @returns A[i], of the remaining shape
 * @throws {ShapeError} if there is no such entry
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(take([[1, 2], [3, 4]], 1)) //=> [3, 4]
 * @flops 0
 * @source adjoint of put
 */
export const take = /* @__PURE__ */ defineIdentity<'(...)->(...)', [i: number]>({
  name: 'take',
  signature: '(...)->(...)',
  domain: [real],
  word: 'take',
  check: ([A], [i]) => {
    const n = shapeOf('take', A)[0] ?? 0;
    if (!(Number.isInteger(i) && i >= 0 && i < n))
      throw new ShapeError('take', `an index below ${n}`, `${i}`);
  },
  forward: (x, o) => ({ y: float64.take(...x, ...o) }),
  latex: (A) => `${A}_i`,
  words: { put: special.put, take: special.take },
  rule: ({ take, put }) => ({
    jvp: ({ o: [i] }, dA) => take(dA, i),
    vjp: ({ x: [A], o: [i] }, Ybar) => [put(Ybar, i, A.shape[0])],
  }),
  examples: [{ shapes: [[3, 2]], options: [1] }],
});
