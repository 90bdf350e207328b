import { defineIdentity } from '../define/define.ts';
import { spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { cholesky as factor } from '../factor/cholesky/cholesky.ts';

/**
 * Logarithm of the determinant of a symmetric positive definite matrix, by Cholesky.
 *
 * Use `logabsdet` or `slogdet` for other matrices.
 *
 * @param A n×n symmetric positive definite matrix, taken as (A+Aᵀ)/2
 * @returns y = log det A, a scalar
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if A is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logdet([[2, 0], [0, 0.5]])) //=> 0
 * @flops n^3/3
 * @source Giles 2008, §2.2.4, for symmetric A
 */
export const logdet = /* @__PURE__ */ defineIdentity({
  name: 'logdet',
  signature: '(n,n)->()',
  domain: [spd],
  fails: [
    { on: 'indefinite', throws: 'NOT_POSITIVE_DEFINITE' },
    { on: 'asymmetric', throws: 'NOT_SYMMETRIC' },
  ],
  forward: ([A]) => {
    const f = factor(A, 'logdet');
    return { y: f.logdet(), f };
  },
  latex: (A) => `\\log\\det(${A})`,
  words: { ldiv: special.ldiv, eye: special.eye, scale: special.scale, trace: special.trace },
  rule: ({ eye, ldiv, scale, trace }) => ({
    jvp: ({ f }, dA) => trace(ldiv(f, dA)),
    vjp: ({ x: [A], f }, ybar) => [scale(ybar, ldiv(f, eye(A)))],
  }),
});
