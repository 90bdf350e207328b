import { broadcastShapes, sameShape } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { requireShape } from '../define/requireShape.ts';
import * as special from '../define/special.ts';
import { ShapeError, showShape } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/**
 * An array repeated along new or size-1 axes, as NumPy broadcasts.
 *
 * @param A array of any shape
 * @param shape the shape to take
 * @returns Y of that shape
 * @throws {ShapeError} if A does not broadcast to it
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(broadcastTo([1, 2], [2, 2])) //=> [[1, 2], [1, 2]]
 * @flops mn
 * @source adjoint of summation
 */
export const broadcastTo = /* @__PURE__ */ defineIdentity<'(...)->(...)', [shape: readonly number[]]>({
  name: 'broadcastTo',
  signature: '(...)->(...)',
  domain: [real],
  word: 'broadcastTo',
  check: ([A], [shape]) => {
    requireShape('broadcastTo', shape);
    if (!sameShape(broadcastShapes(A.shape, shape) ?? [], shape)) {
      throw new ShapeError(
        'broadcastTo',
        `a shape that broadcasts to ${showShape(shape)}`,
        showShape(A.shape),
      );
    }
  },
  forward: (x, o) => ({ y: float64.broadcastTo(...x, ...o) }),
  latex: (A) => A,
  words: { broadcastTo: special.broadcastTo },
  rule: ({ sumTo, broadcastTo }) => ({
    jvp: ({ o: [shape] }, dA) => broadcastTo(dA, shape),
    vjp: ({ x: [A] }, Ybar) => [sumTo(Ybar, A.shape)],
  }),
  examples: [{ shapes: [[3, 1]], options: [[2, 3, 2]] }],
});
