import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/**
 * Difference of two arrays, entry by entry.
 *
 * @param A array of any shape
 * @param B array whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = A_ij - B_ij, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sub([3, 4], 1)) //=> [2, 3]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const sub = /* @__PURE__ */ defineIdentity({
  name: 'sub',
  signature: '(),()->()',
  domain: [real, real],
  word: 'sub',
  forward: (x, o) => ({ y: float64.sub(...x, ...o) }),
  latex: (A, B) => `${A} - ${B}`,
  words: { sub: special.sub },
  rule: ({ sub, neg }) => ({
    jvp: (_, dA, dB) => sub(dA, dB),
    vjp: (_, Ybar) => [Ybar, neg(Ybar)],
  }),
});
