import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { logm as compute } from '../factor/logm/logm.ts';
import { defineIdentity } from './define.ts';
import { rightHalf } from './domain.ts';
import * as special from './special.ts';

/**
 * Principal logarithm of a square matrix, by inverse scaling and squaring.
 *
 * @param A n×n matrix without eigenvalues on the closed negative real axis
 * @returns Y n×n with e^Y = A and eigenvalues whose imaginary parts are below π
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if A has an eigenvalue on the closed negative real axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logm([[1, 1], [0, 1]])) //=> [[0, 1], [0, 0]]
 */
export const logm = /* @__PURE__ */ defineIdentity({
  name: 'logm',
  signature: '(n,n)->(n,n)',
  domain: [rightHalf],
  forward: ([A]) => {
    const f = compute(A, 'logm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\log(${A})`,
  words: { frechet: special.frechet },
  // ⟨L(A, E), Y⟩ = ⟨E, L(Aᵀ, Y)⟩ and L(Aᵀ, Y) = L(A, Yᵀ)ᵀ (Higham 2008, §3.2).
  rule: ({ frechet, t }) => ({
    jvp: ({ f }, dA) => frechet(f, dA),
    vjp: ({ f }, Ybar) => [t(frechet(f, t(Ybar)))],
  }),
  flops: '60n^3',
  source: 'Al-Mohy, Higham & Relton 2013',
});
