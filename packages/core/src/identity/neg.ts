import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/**
 * Negative of an array.
 *
 * @param A array of any shape
 * @returns Y = -A
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(neg([1, -2])) //=> [-1, 2]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const neg = /* @__PURE__ */ defineIdentity({
  name: 'neg',
  signature: '()->()',
  domain: [real],
  word: 'neg',
  forward: (x, o) => ({ y: float64.neg(...x, ...o) }),
  latex: (A) => `-${A}`,
  rule: ({ neg }) => ({
    jvp: (_, dA) => neg(dA),
    vjp: (_, Ybar) => [neg(Ybar)],
  }),
});
