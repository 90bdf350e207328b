import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';

/**
 * Cofactor matrix of a square matrix at any rank: the gradient of its determinant.
 *
 * @param A n×n matrix, singular or not
 * @returns C n×n with C_ij = (-1)^{i+j} det(A without row i and column j), so A·Cᵀ = det(A)·I
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cofactor([[1, 2], [3, 4]])) //=> [[4, -3], [-2, 1]]
 * @flops 2n^3
 * @source Magnus & Neudecker 2019, §8.5; singular A by the SVD with products of the other singular values
 */
export const cofactor = /* @__PURE__ */ defineIdentity({
  name: 'cofactor',
  signature: '(n,n)->(n,n)',
  domain: [real],
  forward: ([A]) => {
    const f = detFactor(lu(A, 'cofactor'));
    return { y: f.cofactor(), f };
  },
  latex: (A) => `\\operatorname{cof}(${A})`,
  // The second differential of det is a symmetric bilinear form, so this derivative is its own adjoint.
  words: { spectral: special.spectral },
  rule: ({ spectral }) => ({
    jvp: ({ f }, dA) => spectral(f, dA),
    vjp: ({ f }, Ybar) => [spectral(f, Ybar)],
  }),
});
