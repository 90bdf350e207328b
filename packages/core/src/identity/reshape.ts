import { sizeOf } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { requireShape } from '../define/requireShape.ts';
import { ShapeError, showShape } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/**
 * The same entries, in row-major order, under another shape.
 *
 * @param A array of any shape
 * @param shape a shape of as many entries
 * @returns Y of that shape
 * @throws {ShapeError} if the numbers of entries differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(reshape([1, 2, 3, 4], [2, 2])) //=> [[1, 2], [3, 4]]
 * @flops 0
 * @source a permutation of nothing: row-major order stays
 */
export const reshape = /* @__PURE__ */ defineIdentity<'(...)->(...)', [shape: readonly number[]]>({
  name: 'reshape',
  signature: '(...)->(...)',
  domain: [real],
  word: 'reshape',
  check: ([A], [shape]) => {
    requireShape('reshape', shape);
    if (sizeOf(shape) !== sizeOf(A.shape))
      throw new ShapeError('reshape', `${sizeOf(shape)} entries`, showShape(A.shape));
  },
  forward: (x, o) => ({ y: float64.reshape(...x, ...o) }),
  latex: (A) => A,
  rule: ({ reshape }) => ({
    jvp: ({ o: [shape] }, dA) => reshape(dA, shape),
    vjp: ({ x: [A] }, Ybar) => [reshape(Ybar, A.shape)],
  }),
  examples: [{ shapes: [[2, 3]], options: [[3, 2]] }],
});
