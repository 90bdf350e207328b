import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Inner product of two matrices or two vectors, tr(AᵀB).
 *
 * @param A m×n matrix, or a vector
 * @param B of the same shape
 * @returns y = Σ A_ij B_ij, a scalar
 * @throws {ShapeError} if the shapes differ
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(inner([1, 2, 3], [4, 5, 6])) //=> 32
 * @flops 2mn
 * @source Magnus & Neudecker 2019, §9.9
 */
export const inner = /* @__PURE__ */ defineIdentity({
  name: 'inner',
  signature: '(m?,n?),(m?,n?)->()',
  domain: [real, real],
  word: 'inner',
  forward: (x, o) => ({ y: float64.inner(...x, ...o) }),
  equation: ({ mul, t, trace }, { x: [A, B], y }) => [y, trace(mul(t(A), B))],
  latex: (A, B) => `\\langle ${A}, ${B} \\rangle`,
  words: { inner: special.inner, scale: special.scale, add: special.add },
  rule: ({ add, inner, scale }) => ({
    jvp: ({ x: [A, B] }, dA, dB) => add(inner(dA, B), inner(A, dB)),
    vjp: ({ x: [A, B] }, ybar) => [scale(ybar, B), scale(ybar, A)],
  }),
});
