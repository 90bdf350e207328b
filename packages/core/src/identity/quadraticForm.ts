import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Quadratic form of a square matrix, symmetric or not.
 *
 * @param x vector of n entries
 * @param A n×n matrix
 * @returns y = xᵀ·A·x, a scalar
 * @throws {ShapeError} if A is not square or x has another number of entries
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(quadraticForm([1, 2], [[1, 0], [0, 3]])) //=> 13
 * @flops 2n^2
 * @source Petersen & Pedersen 2012, eqs. 81 and 70
 */
export const quadraticForm = /* @__PURE__ */ defineIdentity({
  name: 'quadraticForm',
  signature: '(n),(n,n)->()',
  domain: [real, real],
  forward: ([x, A]) => ({ y: float64.inner(x, float64.mul(A, x)) }),
  equation: ({ mul, trace, t }, { x: [x, A], y }) => [y, trace(mul(t(x), A, x))],
  latex: (x, A) => `${x}^{\\top} ${A} ${x}`,
  words: { inner: special.inner, scale: special.scale, add: special.add },
  rule: ({ add, inner, mul, scale, t }) => ({
    jvp: ({ x: [x, A] }, dx, dA) => add(inner(add(mul(A, x), mul(t(A), x)), dx), inner(x, mul(dA, x))),
    vjp: ({ x: [x, A] }, ybar) => [scale(ybar, add(mul(A, x), mul(t(A), x))), scale(ybar, mul(x, t(x)))],
  }),
});
