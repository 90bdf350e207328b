import { defineIdentity } from '../define/define.ts';
import { spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { functionFactor, type SymmetricFunction } from '../factor/spectral/functionFactor.ts';

/**
 * Function of a symmetric matrix, right to any order of differentiation at repeated eigenvalues too.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2; positive definite for all functions but exp
 * @param name 'exp', 'log', 'sqrt', 'inv' or 'pow'
 * @param p the exponent of 'pow'
 * @returns Y n×n with Y = V·diag(f(λ_i))·Vᵀ, where A = V·diag(λ_i)·Vᵀ
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if there is no function of that name, or 'pow' has no exponent
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if the function wants a positive definite matrix and A is not
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(symmetricFunction([[4, 0], [0, 9]], 'sqrt')) //=> [[2, 0], [0, 3]]
 * @flops 10n^3
 * @source Daleckii & Krein 1965; Higham 2008, thm. 3.11
 */
export const symmetricFunction = /* @__PURE__ */ defineIdentity<
  '(n,n)->(n,n)',
  [name: SymmetricFunction, p?: number]
>({
  name: 'symmetricFunction',
  signature: '(n,n)->(n,n)',
  domain: [spd],
  fails: [{ on: 'asymmetric', throws: 'NOT_SYMMETRIC' }],
  forward: ([A], [name, p]) => {
    const f = functionFactor(A, name, p);
    return { y: f.spectral([]), f };
  },
  latex: (A) => `f(${A})`,
  words: { spectral: special.spectral },
  // The derivative along a direction is self-adjoint (Higham 2008, §3.2).
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
  examples: [
    { options: ['log'] },
    { options: ['exp'] },
    { options: ['sqrt'] },
    { options: ['inv'] },
    { options: ['pow', -0.75] },
  ],
});
