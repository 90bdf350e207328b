import type { Factored, Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { invertible, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';

// With C = cof A: D[E] = ⟨C,E⟩A⁻ᵀ - C Eᵀ A⁻ᵀ. Differentiated once more along G:
// D²[E,G] = ⟨D[G],E⟩A⁻ᵀ - ⟨C,E⟩A⁻ᵀGᵀA⁻ᵀ - D[G] Eᵀ A⁻ᵀ + C Eᵀ A⁻ᵀ Gᵀ A⁻ᵀ.
// ⟨D²[E,G],F⟩ is the third differential of det, symmetric in E, F and G: each adjoint is the form itself.
export const cofactorDerivativeRule = /* @__PURE__ */ wordRule<'(n,n),(n,n)->(n,n)'>(
  ({ add, cofactor, dcofactor, eye, inner, ldivT, mul, scale, sub, t }) => {
    const second = (f: Factored, E: Term, G: Term) => {
      const C = cofactor(f);
      const D = dcofactor(f, G);
      const W = ldivT(f, eye(E));
      const WGW = mul(W, t(G), W);
      const scalars = sub(scale(inner(D, E), W), scale(inner(C, E), WGW));
      return add(scalars, sub(mul(C, t(E), WGW), mul(D, t(E), W)));
    };
    return {
      jvp: ({ x: [, E], f }, dA, dE) => add(dcofactor(f, dE), second(f, E, dA)),
      vjp: ({ x: [, E], f }, Ybar) => [second(f, E, Ybar), dcofactor(f, Ybar)],
    };
  },
);

/**
 * Derivative of the cofactor matrix of A in a direction E, at any rank.
 *
 * @param A n×n matrix, singular or not
 * @param E n×n direction
 * @returns D n×n with cof(A + tE) = cof(A) + t·D + O(t²); ⟨D, F⟩ is the second differential of det along E and F
 * @throws {ShapeError} if the matrices are not square and of one size
 * @throws {SingularMatrixError} from its first derivative on, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cofactorDerivative([[1, 2], [3, 4]], [[1, 0], [0, 0]])) //=> [[0, 0], [0, 1]]
 * @flops 10n^3
 * @source derived from Jacobi, d det = ⟨cof A, dA⟩
 */
export const cofactorDerivative = /* @__PURE__ */ defineIdentity({
  name: 'cofactorDerivative',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [invertible, real],
  forward: ([A, E]) => {
    const f = detFactor(lu(A, 'cofactorDerivative'));
    return { y: f.dcofactor(E), f };
  },
  latex: (A, E) => `\\mathrm{D}\\!\\operatorname{cof}(${A})[${E}]`,
  words: {
    ldivT: special.ldivT,
    cofactor: special.cofactor,
    dcofactor: special.dcofactor,
    eye: special.eye,
    inner: special.inner,
    scale: special.scale,
    add: special.add,
    sub: special.sub,
  },
  rule: cofactorDerivativeRule,
});
