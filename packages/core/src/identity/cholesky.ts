import { defineIdentity } from '../define/define.ts';
import { spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { lowerCholesky } from '../factor/cholesky/lower.ts';

/**
 * Cholesky factor of a symmetric positive definite matrix.
 *
 * @param A n×n symmetric positive definite matrix, taken as (A+Aᵀ)/2
 * @returns L n×n lower triangular with a positive diagonal and L·Lᵀ = A
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if A is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cholesky([[4, 2], [2, 5]])) //=> [[2, 0], [1, 2]]
 * @flops n^3/3
 * @source Murray 2016, eqs. 8 and 10
 */
export const cholesky = /* @__PURE__ */ defineIdentity({
  name: 'cholesky',
  signature: '(n,n)->(n,n)',
  domain: [spd],
  fails: [
    { on: 'indefinite', throws: 'NOT_POSITIVE_DEFINITE' },
    { on: 'asymmetric', throws: 'NOT_SYMMETRIC' },
  ],
  forward: ([A]) => ({ y: lowerCholesky(A, 'cholesky') }),
  equation: ({ mul, t }, { x: [A], y: L }) => [mul(L, t(L)), A],
  latex: (A) => `\\operatorname{chol}(${A})`,
  words: { lsolve: special.lsolve, lsolveT: special.lsolveT, phi: special.phi },
  rule: ({ lsolve, lsolveT, mul, phi, t }) => ({
    // L⁻¹ dA L⁻ᵀ = (L⁻¹ (L⁻¹ dA)ᵀ)ᵀ.
    jvp: ({ y: L }, dA) => mul(L, phi(t(lsolve(L, t(lsolve(L, dA)))))),
    // L⁻ᵀ Φ(LᵀL̄) L⁻¹ = (L⁻ᵀ (L⁻ᵀ Φ(LᵀL̄))ᵀ)ᵀ.
    vjp: ({ y: L }, Lbar) => [t(lsolveT(L, t(lsolveT(L, phi(mul(t(L), Lbar))))))],
  }),
});
