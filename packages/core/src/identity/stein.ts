import { defineIdentity } from '../define/define.ts';
import { contraction, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { steinFactor } from '../factor/sylvester/steinFactor.ts';
import { stein as factor } from '../factor/sylvester/sylvester.ts';

export const steinRule = /* @__PURE__ */ wordRule<'(m,m),(n,n),(m,n)->(m,n)'>(
  ({ add, mul, stein, steinT, t }) => ({
    jvp: ({ x: [A, B], y: X, f }, dA, dB, dC) => stein(f, add(dC, add(mul(dA, X, B), mul(A, X, dB)))),
    vjp: ({ x: [A, B], y: X, f }, Xbar) => {
      const Z = steinT(f, Xbar);
      return [mul(Z, t(B), t(X)), mul(t(X), t(A), Z), Z];
    },
  }),
);

/**
 * Solution of the Stein equation X - A·X·B = C, the discrete Sylvester equation, by the Schur forms of A and B.
 *
 * @param A m×m matrix
 * @param B n×n matrix, no eigenvalue of which is the inverse of one of A's
 * @param C m×n matrix
 * @returns X m×n with X - A·X·B = C
 * @throws {ShapeError} if A or B is not square or C does not fit them
 * @throws {SingularMatrixError} if an eigenvalue of A is the inverse of one of B's, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(stein([[2]], [[3]], [[10]])) //=> [[-2]]
 * @flops 25m^3 + 25n^3 + 5mn(m + n)
 * @source differential of X - A·X·B = C, as for Lyapunov in Kao & Hennequin 2020
 */
export const stein = /* @__PURE__ */ defineIdentity({
  name: 'stein',
  signature: '(m,m),(n,n),(m,n)->(m,n)',
  domain: [contraction, contraction, real],
  forward: ([A, B, C]) => {
    const f = steinFactor(A, B, factor(A, B, 'stein'));
    return { y: f.stein(C), f };
  },
  equation: ({ mul, sub }, { x: [A, B, C], y: X }) => [sub(X, mul(A, X, B)), C],
  latex: (A, B, C) => `\\operatorname{stein}(${A}, ${B}, ${C})`,
  factors: ([A, B]) => [A, B],
  words: { stein: special.stein, steinT: special.steinT, add: special.add },
  rule: steinRule,
});
