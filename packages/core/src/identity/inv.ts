import { defineIdentity } from '../define/define.ts';
import { invertible } from '../define/domain.ts';
import { admits, type ConditionOptions } from '../define/illConditioned.ts';
import { inverse } from '../factor/lu/inverse.ts';

/**
 * Inverse of a square matrix, by LU with partial pivoting.
 *
 * Prefer `solve(A, B)` to `matmul(inv(A), B)`: it is cheaper and loses fewer digits. Where A may be singular, `dampedInv` and `pinv`.
 *
 * @param A n×n matrix, nonsingular
 * @param options `{ illConditioned: true }` accepts any matrix that is not exactly singular
 * @returns Y n×n with A·Y = I
 * @throws {ShapeError} if A is not square
 * @throws {SingularMatrixError} if A is singular to working precision: rcond below ε after equilibration
 * @throws {DomainError} if options are none
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(inv([[0, 2], [4, 0]])) //=> [[0, 0.25], [0.5, 0]]
 * @flops 2n^3
 * @source Giles 2008, §2.2.3
 */
export const inv = /* @__PURE__ */ defineIdentity<'(n,n)->(n,n)', [options?: ConditionOptions]>({
  name: 'inv',
  signature: '(n,n)->(n,n)',
  domain: [invertible],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([A], [options]) => ({ y: inverse(A, 'inv', admits(options, 'inv')) }),
  equation: ({ eye, mul }, { x: [A], y: Y }) => [mul(A, Y), eye(A)],
  latex: (A) => `${A}^{-1}`,
  rule: ({ mul, neg, t }) => ({
    jvp: ({ y: Y }, dA) => neg(mul(Y, dA, Y)),
    vjp: ({ y: Y }, Ybar) => [neg(mul(t(Y), Ybar, t(Y)))],
  }),
  examples: [{ options: [] }, { options: [{ illConditioned: true }] }],
});
