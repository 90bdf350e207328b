import { defineIdentity } from '../define/define.ts';
import { invertible, real } from '../define/domain.ts';
import { admitIllConditioned } from '../define/illConditioned.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { lu } from '../factor/lu/lu.ts';

export const solveTransposedRule = /* @__PURE__ */ wordRule<'(n,n),(n,k?)->(n,k?)'>(
  ({ ldiv, ldivT, mul, neg, sub, t }) => ({
    jvp: ({ y: X, f }, dA, dB) => ldivT(f, sub(dB, mul(t(dA), X))),
    vjp: ({ y: X, f }, Xbar) => {
      const Bbar = ldiv(f, Xbar);
      return [neg(mul(X, t(Bbar))), Bbar];
    },
  }),
);

/**
 * Solution of Aᵀ·X = B by the factorisation of A itself.
 *
 * @param A n×n matrix, nonsingular
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, with Aᵀ·X = B
 * @throws {ShapeError} if A is not square or B has another number of rows
 * @throws {SingularMatrixError} if A is singular to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solveTransposed([[1, 1], [0, 1]], [1, 3])) //=> [1, 2]
 * @flops 2n^3/3 + 2n^2k
 * @source Giles 2008, §2.3.1, for the transpose
 */
export const solveTransposed = /* @__PURE__ */ defineIdentity({
  name: 'solveTransposed',
  signature: '(n,n),(n,k?)->(n,k?)',
  domain: [invertible, real],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([A, B]) => {
    const f = admitIllConditioned(lu(A, 'solveTransposed'), undefined, 'solveTransposed');
    return { y: f.solveT(B), f };
  },
  equation: ({ mul, t }, { x: [A, B], y: X }) => [mul(t(A), X), B],
  latex: (A, B) => `${A}^{-\\top} ${B}`,
  words: { ldiv: special.ldiv, ldivT: special.ldivT, sub: special.sub },
  rule: solveTransposedRule,
});
