import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';
import { symmetricFunctionDerivativeRule } from './symmetricFunctionDerivative.ts';

/**
 * Derivative of the cofactor matrix of A in a direction E, at any rank.
 *
 * @param A n×n matrix, singular or not
 * @param E n×n direction
 * @returns D n×n with cof(A + tE) = cof(A) + t·D + O(t²); ⟨D, F⟩ is the second differential of det along E and F
 * @throws {ShapeError} if the matrices are not square and of one size
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cofactorDerivative([[1, 2], [3, 4]], [[1, 0], [0, 0]])) //=> [[0, 0], [0, 1]]
 * @flops 10n^3
 * @source derived from Jacobi, d det = ⟨cof A, dA⟩
 */
export const cofactorDerivative = /* @__PURE__ */ defineIdentity({
  name: 'cofactorDerivative',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [real, real],
  forward: ([A, E]) => {
    const f = detFactor(lu(A, 'cofactorDerivative'));
    return { y: f.spectral([E]), f };
  },
  latex: (A, E) => `\\mathrm{D}\\!\\operatorname{cof}(${A})[${E}]`,
  words: { spectral: special.spectral, add: special.add },
  rule: symmetricFunctionDerivativeRule,
});
