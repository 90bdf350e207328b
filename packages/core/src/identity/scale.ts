import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/**
 * Product of a scalar and an array, differentiable in both.
 *
 * @param c scalar, or one for each member of a stack
 * @param A m×n matrix, a vector or a scalar
 * @returns Y = c·A
 * @throws {ShapeError} if the stacks do not broadcast
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(scale(2, [[1, 2], [3, 4]])) //=> [[2, 4], [6, 8]]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const scale = /* @__PURE__ */ defineIdentity({
  name: 'scale',
  signature: '(),(m?,n?)->(m?,n?)',
  domain: [real, real],
  word: 'scale',
  forward: (x, o) => ({ y: float64.scale(...x, ...o) }),
  latex: (c, A) => `${c}\\,${A}`,
  words: { inner: special.inner, scale: special.scale, add: special.add },
  rule: ({ add, scale, inner }) => ({
    jvp: ({ x: [c, A] }, dc, dA) => add(scale(dc, A), scale(c, dA)),
    vjp: ({ x: [c, A] }, Ybar) => [inner(A, Ybar), scale(c, Ybar)],
  }),
});
