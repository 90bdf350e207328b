import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';

export const cofactorRule = /* @__PURE__ */ wordRule<'(n,n)->(n,n)'>(({ dcofactor }) => ({
  jvp: ({ f }, dA) => dcofactor(f, dA),
  vjp: ({ f }, Ybar) => [dcofactor(f, Ybar)],
}));

/**
 * Cofactor matrix of a square matrix at any rank: the gradient of its determinant.
 *
 * @param A n×n matrix, singular or not
 * @returns C n×n with C_ij = (-1)^{i+j} det(A without row i and column j), so A·Cᵀ = det(A)·I
 * @throws {ShapeError} if A is not square
 * @throws {SingularMatrixError} from its second derivative on, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cofactor([[1, 2], [3, 4]])) //=> [[4, -3], [-2, 1]]
 * @flops 2n^3
 * @source Magnus & Neudecker 2019, §8.5; singular A by the SVD with products of the other singular values
 */
export const cofactor = /* @__PURE__ */ defineIdentity({
  name: 'cofactor',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = detFactor(lu(A, 'cofactor'));
    return { y: f.cofactor(), f };
  },
  latex: (A) => `\\operatorname{cof}(${A})`,
  // The second differential of det is a symmetric bilinear form, so this derivative is its own adjoint.
  words: { dcofactor: special.dcofactor },
  rule: cofactorRule,
});
