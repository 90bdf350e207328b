import { expm as compute } from '../factor/expm/expm.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { defineIdentity } from './define.ts';
import { square } from './domain.ts';
import * as special from './special.ts';

/**
 * Exponential of a square matrix, by scaling and squaring; right at defective matrices, and not overscaled.
 *
 * @param A n×n matrix
 * @returns Y = e^A = Σ A^k/k!, n×n
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expm([[0, 1], [0, 0]])) //=> [[1, 1], [0, 1]]
 */
export const expm = /* @__PURE__ */ defineIdentity({
  name: 'expm',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = compute(A, 'expm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `e^{${A}}`,
  words: { frechet: special.frechet },
  // ⟨L(A, E), Y⟩ = ⟨E, L(Aᵀ, Y)⟩ and L(Aᵀ, Y) = L(A, Yᵀ)ᵀ (Higham 2008, §3.2).
  rule: ({ frechet, t }) => ({
    jvp: ({ f }, dA) => frechet(f, dA),
    vjp: ({ f }, Ybar) => [t(frechet(f, t(Ybar)))],
  }),
  flops: '30n^3',
  source: 'Al-Mohy & Higham 2009',
});
