import { defineIdentity } from '../define/define.ts';
import { real, rightHalf } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { pairFactor } from '../factor/sylvester/pairFactor.ts';

export const sylvesterTransposedRule = /* @__PURE__ */ wordRule<'(m,m),(n,n),(m,n)->(m,n)'>(
  ({ mul, neg, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ y: X, f }, dA, dB, dC) => sylvesterT(f, sub(sub(dC, mul(t(dA), X)), mul(X, t(dB)))),
    vjp: ({ y: X, f }, Xbar) => {
      const Z = sylvester(f, Xbar);
      return [neg(mul(X, t(Z))), neg(mul(t(Z), X)), Z];
    },
  }),
);

/**
 * Solution of Aᵀ·X + X·Bᵀ = C by the Schur forms of A and B themselves: the adjoint of the Sylvester equation.
 *
 * @param A m×m matrix
 * @param B n×n matrix, no eigenvalue of which is the negative of one of A's
 * @param C m×n matrix
 * @returns X m×n with Aᵀ·X + X·Bᵀ = C
 * @throws {ShapeError} if A or B is not square or C does not fit them
 * @throws {SingularMatrixError} if an eigenvalue of A is the negative of one of B's, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sylvesterTransposed([[2]], [[3]], [[10]])) //=> [[2]]
 * @flops 25m^3 + 25n^3 + 5mn(m + n)
 * @source Kao & Hennequin 2020, §3.1
 */
export const sylvesterTransposed = /* @__PURE__ */ defineIdentity({
  name: 'sylvesterTransposed',
  signature: '(m,m),(n,n),(m,n)->(m,n)',
  domain: [rightHalf, rightHalf, real],
  forward: ([A, B, C]) => {
    const f = pairFactor(A, B, 'sylvesterTransposed');
    return { y: f.sylvesterT(C), f };
  },
  equation: ({ add, mul, t }, { x: [A, B, C], y: X }) => [add(mul(t(A), X), mul(X, t(B))), C],
  latex: (A, B, C) => `\\operatorname{syl}(${A}^{\\top}, ${B}^{\\top}, ${C})`,
  factors: ([A, B]) => [A, B],
  words: { sylvester: special.sylvester, sylvesterT: special.sylvesterT, sub: special.sub },
  rule: sylvesterTransposedRule,
});
