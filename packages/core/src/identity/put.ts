import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { requireShape } from '../define/requireShape.ts';
import * as special from '../define/special.ts';
import { ShapeError } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/**
 * An array as entry i of n along a new first axis, zeros elsewhere: the adjoint of take.
 *
 * @param A array of any shape
 * @param i index, 0 ≤ i < n
 * @param n size of the new axis
 * @returns Y of shape [n, ...A.shape]
 * @throws {ShapeError} if n entries have no entry i
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(put([1, 2], 0, 2)) //=> [[1, 2], [0, 0]]
 * @flops 0
 * @source adjoint of take
 */
export const put = /* @__PURE__ */ defineIdentity<'(...)->(...)', [i: number, n: number]>({
  name: 'put',
  signature: '(...)->(...)',
  domain: [real],
  word: 'put',
  check: (_, [i, n]) => {
    requireShape('put', [n]);
    if (!(Number.isInteger(i) && i >= 0 && i < n)) throw new ShapeError('put', `an index below ${n}`, `${i}`);
  },
  forward: (x, o) => ({ y: float64.put(...x, ...o) }),
  latex: (A) => `e_i \\otimes ${A}`,
  words: { put: special.put, take: special.take },
  rule: ({ take, put }) => ({
    jvp: ({ o: [i, n] }, dA) => put(dA, i, n),
    vjp: ({ o: [i] }, Ybar) => [take(Ybar, i)],
  }),
  examples: [{ shapes: [[2, 2]], options: [1, 3] }],
});
