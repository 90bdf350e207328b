import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Transpose of a matrix.
 *
 * @param A m×n matrix
 * @returns Y = Aᵀ, n×m
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(transpose([[1, 2, 3]])) //=> [[1], [2], [3]]
 * @flops 0
 * @source Magnus & Neudecker 2019, §8.3
 */
export const transpose = /* @__PURE__ */ defineIdentity({
  name: 'transpose',
  signature: '(m,n)->(n,m)',
  domain: [real],
  word: 't',
  forward: (x, o) => ({ y: float64.t(...x, ...o) }),
  latex: (A) => `${A}^{\\top}`,
  rule: ({ t }) => ({
    jvp: (_, dA) => t(dA),
    vjp: (_, Ybar) => [t(Ybar)],
  }),
});
