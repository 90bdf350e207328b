import { broadcastShapes, sameShape } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { requireShape } from '../define/requireShape.ts';
import * as special from '../define/special.ts';
import { ShapeError, showShape } from '../errors.ts';
import * as float64 from '../interpret/float64/shapes.ts';

/**
 * Sum over the axes that broadcasting to A would have added or stretched: the adjoint of broadcastTo.
 *
 * @param A array of any shape
 * @param shape a shape that broadcasts to A's
 * @returns Y of that shape
 * @throws {ShapeError} if the shape does not broadcast to A's
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sumTo([[1, 2], [3, 4]], [1, 2])) //=> [[4, 6]]
 * @flops mn
 * @source adjoint of broadcasting
 */
export const sumTo = /* @__PURE__ */ defineIdentity<'(...)->(...)', [shape: readonly number[]]>({
  name: 'sumTo',
  signature: '(...)->(...)',
  domain: [real],
  word: 'sumTo',
  check: ([A], [shape]) => {
    requireShape('sumTo', shape);
    if (!sameShape(broadcastShapes(A.shape, shape) ?? [], A.shape)) {
      throw new ShapeError('sumTo', `a shape that ${showShape(shape)} broadcasts to`, showShape(A.shape));
    }
  },
  forward: (x, o) => ({ y: float64.sumTo(...x, ...o) }),
  latex: (A) => `\\Sigma ${A}`,
  words: { broadcastTo: special.broadcastTo },
  rule: ({ sumTo, broadcastTo }) => ({
    jvp: ({ o: [shape] }, dA) => sumTo(dA, shape),
    vjp: ({ x: [A] }, Ybar) => [broadcastTo(Ybar, A.shape)],
  }),
  examples: [{ shapes: [[2, 3, 2]], options: [[3, 1]] }],
});
