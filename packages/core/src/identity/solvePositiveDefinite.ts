import { defineIdentity } from '../define/define.ts';
import { real, spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { cholesky } from '../factor/cholesky/cholesky.ts';

/**
 * Solution of A·X = B for symmetric positive definite A, by Cholesky: half the cost of `solve`, and blind to bad scaling.
 *
 * @param A n×n symmetric positive definite matrix, taken as (A+Aᵀ)/2
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, with A·X = B
 * @throws {ShapeError} if A is not square or B has another number of rows
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if A is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solvePositiveDefinite([[4, 2], [2, 2]], [8, 4])) //=> [2, 0]
 * @flops n^3/3 + 2n^2k
 * @source Giles 2008, §2.3.1, projected onto symmetric matrices
 */
export const solvePositiveDefinite = /* @__PURE__ */ defineIdentity({
  name: 'solvePositiveDefinite',
  signature: '(n,n),(n,k?)->(n,k?)',
  domain: [spd, real],
  fails: [
    { on: 'indefinite', throws: 'NOT_POSITIVE_DEFINITE' },
    { on: 'asymmetric', throws: 'NOT_SYMMETRIC' },
  ],
  forward: ([A, B]) => {
    const f = cholesky(A, 'solvePositiveDefinite');
    return { y: f.solve(B), f };
  },
  equation: ({ mul }, { x: [A, B], y: X }) => [mul(A, X), B],
  latex: (A, B) => `${A}^{-1} ${B}`,
  words: { ldiv: special.ldiv, sub: special.sub },
  rule: ({ ldiv, mul, neg, sub, t }) => ({
    jvp: ({ y: X, f }, dA, dB) => ldiv(f, sub(dB, mul(dA, X))),
    vjp: ({ y: X, f }, Xbar) => {
      const Bbar = ldiv(f, Xbar);
      return [neg(mul(Bbar, t(X))), Bbar];
    },
  }),
});
