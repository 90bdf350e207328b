import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/**
 * Sum of two arrays, entry by entry.
 *
 * @param A array of any shape
 * @param B array whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = A_ij + B_ij, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(add([[1, 2], [3, 4]], [10, 20])) //=> [[11, 22], [13, 24]]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const add = /* @__PURE__ */ defineIdentity({
  name: 'add',
  signature: '(),()->()',
  domain: [real, real],
  word: 'add',
  forward: (x, o) => ({ y: float64.add(...x, ...o) }),
  latex: (A, B) => `${A} + ${B}`,
  words: { add: special.add },
  rule: ({ add }) => ({
    jvp: (_, dA, dB) => add(dA, dB),
    vjp: (_, Ybar) => [Ybar, Ybar],
  }),
});
