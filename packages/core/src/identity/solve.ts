import { defineIdentity } from '../define/define.ts';
import { invertible, real } from '../define/domain.ts';
import { admitIllConditioned, type ConditionOptions } from '../define/illConditioned.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { lu } from '../factor/lu/lu.ts';

export const solveRule = /* @__PURE__ */ wordRule<'(n,n),(n,k?)->(n,k?)'>(
  ({ ldiv, ldivT, mul, neg, sub, t }) => ({
    jvp: ({ y: X, f }, dA, dB) => ldiv(f, sub(dB, mul(dA, X))),
    vjp: ({ y: X, f }, Xbar) => {
      const Bbar = ldivT(f, Xbar);
      return [neg(mul(Bbar, t(X))), Bbar];
    },
  }),
);

/**
 * Solution of the linear system A·X = B, by LU with partial pivoting.
 *
 * Several right-hand sides are the columns of one B: A is factored once, for the derivatives too; `factored(A)` does so for calls
 * apart. With damping, `ridge(A, B, λ)`.
 *
 * @param A n×n matrix, nonsingular
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @param options `{ illConditioned: true }` accepts any matrix that is not exactly singular
 * @returns X in B's shape, with A·X = B
 * @throws {ShapeError} if A is not square or B has another number of rows
 * @throws {SingularMatrixError} if A is singular to working precision: rcond below ε after equilibration
 * @throws {DomainError} if options are none
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solve([[2, 0], [0, 4]], [2, 8])) //=> [1, 2]
 * @flops 2n^3/3 + 2n^2k
 * @source Giles 2008, §2.3.1
 */
export const solve = /* @__PURE__ */ defineIdentity<'(n,n),(n,k?)->(n,k?)', [options?: ConditionOptions]>({
  name: 'solve',
  signature: '(n,n),(n,k?)->(n,k?)',
  domain: [invertible, real],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([A, B], [options]) => {
    const f = admitIllConditioned(lu(A, 'solve'), options, 'solve');
    return { y: f.solve(B), f };
  },
  equation: ({ mul }, { x: [A, B], y: X }) => [mul(A, X), B],
  latex: (A, B) => `${A}^{-1} ${B}`,
  words: { ldiv: special.ldiv, ldivT: special.ldivT, sub: special.sub },
  rule: solveRule,
  examples: [{ options: [] }, { options: [{ illConditioned: true }] }],
});
