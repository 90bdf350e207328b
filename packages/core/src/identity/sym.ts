import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/parts.ts';

/**
 * Symmetric part of a square matrix.
 *
 * @param A n×n matrix
 * @returns Y = (A + Aᵀ)/2
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sym([[1, 4], [0, 1]])) //=> [[1, 2], [2, 1]]
 * @flops n^2
 * @source Srinivasan & Panda 2023: the orthogonal projection onto symmetric matrices
 */
export const sym = /* @__PURE__ */ defineIdentity({
  name: 'sym',
  signature: '(n,n)->(n,n)',
  domain: [real],
  word: 'sym',
  forward: (x, o) => ({ y: float64.sym(...x, ...o) }),
  equation: ({ add, t, scale }, { x: [A], y: Y }) => [scale(2, Y), add(A, t(A))],
  latex: (A) => `\\operatorname{sym}(${A})`,
  words: { sym: special.sym },
  rule: ({ sym }) => ({
    jvp: (_, dA) => sym(dA),
    vjp: (_, Ybar) => [sym(Ybar)],
  }),
});
