import { defineIdentity } from '../define/define.ts';
import { contraction, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { steinFactor } from '../factor/sylvester/steinFactor.ts';
import { stein as factor } from '../factor/sylvester/sylvester.ts';

export const steinTransposedRule = /* @__PURE__ */ wordRule<'(m,m),(n,n),(m,n)->(m,n)'>(
  ({ add, mul, stein, steinT, t }) => ({
    jvp: ({ x: [A, B], y: X, f }, dA, dB, dC) =>
      steinT(f, add(dC, add(mul(t(dA), X, t(B)), mul(t(A), X, t(dB))))),
    vjp: ({ x: [A, B], y: X, f }, Xbar) => {
      const Z = stein(f, Xbar);
      return [mul(X, t(B), t(Z)), mul(t(Z), t(A), X), Z];
    },
  }),
);

/**
 * Solution of X - Aᵀ·X·Bᵀ = C by the Schur forms of A and B themselves: the adjoint of the Stein equation.
 *
 * @param A m×m matrix
 * @param B n×n matrix, no eigenvalue of which is the inverse of one of A's
 * @param C m×n matrix
 * @returns X m×n with X - Aᵀ·X·Bᵀ = C
 * @throws {ShapeError} if A or B is not square or C does not fit them
 * @throws {SingularMatrixError} if an eigenvalue of A is the inverse of one of B's, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(steinTransposed([[2]], [[3]], [[10]])) //=> [[-2]]
 * @flops 25m^3 + 25n^3 + 5mn(m + n)
 * @source differential of X - A·X·B = C, as for Lyapunov in Kao & Hennequin 2020
 */
export const steinTransposed = /* @__PURE__ */ defineIdentity({
  name: 'steinTransposed',
  signature: '(m,m),(n,n),(m,n)->(m,n)',
  domain: [contraction, contraction, real],
  forward: ([A, B, C]) => {
    const f = steinFactor(A, B, factor(A, B, 'steinTransposed'));
    return { y: f.steinT(C), f };
  },
  equation: ({ mul, sub, t }, { x: [A, B, C], y: X }) => [sub(X, mul(t(A), X, t(B))), C],
  latex: (A, B, C) => `\\operatorname{stein}(${A}^{\\top}, ${B}^{\\top}, ${C})`,
  factors: ([A, B]) => [A, B],
  words: { stein: special.stein, steinT: special.steinT, add: special.add },
  rule: steinTransposedRule,
});
