import { defineIdentity } from '../define/define.ts';
import { real, rightHalf } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { pairFactor } from '../factor/sylvester/pairFactor.ts';

export const sylvesterRule = /* @__PURE__ */ wordRule<'(m,m),(n,n),(m,n)->(m,n)'>(
  ({ mul, neg, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ y: X, f }, dA, dB, dC) => sylvester(f, sub(sub(dC, mul(dA, X)), mul(X, dB))),
    vjp: ({ y: X, f }, Xbar) => {
      const Z = sylvesterT(f, Xbar);
      return [neg(mul(Z, t(X))), neg(mul(t(X), Z)), Z];
    },
  }),
);

/**
 * Solution of the Sylvester equation A·X + X·B = C, by the Schur forms of A and B.
 *
 * @param A m×m matrix
 * @param B n×n matrix, no eigenvalue of which is the negative of one of A's
 * @param C m×n matrix
 * @returns X m×n with A·X + X·B = C
 * @throws {ShapeError} if A or B is not square or C does not fit them
 * @throws {SingularMatrixError} if an eigenvalue of A is the negative of one of B's, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sylvester([[2]], [[3]], [[10]])) //=> [[2]]
 * @flops 25m^3 + 25n^3 + 5mn(m + n)
 * @source Kao & Hennequin 2020, §3.1
 */
export const sylvester = /* @__PURE__ */ defineIdentity({
  name: 'sylvester',
  signature: '(m,m),(n,n),(m,n)->(m,n)',
  domain: [rightHalf, rightHalf, real],
  forward: ([A, B, C]) => {
    const f = pairFactor(A, B, 'sylvester');
    return { y: f.sylvester(C), f };
  },
  equation: ({ add, mul }, { x: [A, B, C], y: X }) => [add(mul(A, X), mul(X, B)), C],
  latex: (A, B, C) => `\\operatorname{syl}(${A}, ${B}, ${C})`,
  factors: ([A, B]) => [A, B],
  words: { sylvester: special.sylvester, sylvesterT: special.sylvesterT, sub: special.sub },
  rule: sylvesterRule,
});
