import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Matrix product, with NumPy's rules for vectors and stacks.
 *
 * @param A m×k matrix, or a vector of k entries taken as a row
 * @param B k×n matrix, or a vector of k entries taken as a column
 * @returns Y = A·B, m×n, without the axis that a vector lacks
 * @throws {ShapeError} if the inner sizes differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(matmul([[1, 2], [3, 4]], [[0, 1], [1, 0]])) //=> [[2, 1], [4, 3]]
 * @flops 2mkn
 * @source Giles 2008, §2.2.2
 */
export const matmul = /* @__PURE__ */ defineIdentity({
  name: 'matmul',
  signature: '(m?,k),(k,n?)->(m?,n?)',
  domain: [real, real],
  word: 'mul',
  forward: (x, o) => ({ y: float64.mul(...x, ...o) }),
  latex: (A, B) => `${A} ${B}`,
  words: { add: special.add },
  rule: ({ add, mul, t }) => ({
    jvp: ({ x: [A, B] }, dA, dB) => add(mul(dA, B), mul(A, dB)),
    vjp: ({ x: [A, B] }, Ybar) => [mul(Ybar, t(B)), mul(t(A), Ybar)],
  }),
});
