import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';
import * as float64 from '../interpret/float64/products.ts';

/**
 * Adjugate of a square matrix at any rank: the transpose of its cofactors.
 *
 * @param A n×n matrix, singular or not
 * @returns Y n×n with A·Y = Y·A = det(A)·I, a polynomial in the entries of A
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(adjugate([[1, 2], [3, 4]])) //=> [[4, -2], [-3, 1]]
 * @flops 2n^3
 * @source Magnus & Neudecker 2019, §8.5
 */
export const adjugate = /* @__PURE__ */ defineIdentity({
  name: 'adjugate',
  signature: '(n,n)->(n,n)',
  domain: [real],
  forward: ([A]) => {
    const f = detFactor(lu(A, 'adjugate'));
    return { y: float64.t(f.cofactor()), f };
  },
  equation: ({ mul }, { x: [A], y: Y }) => [mul(A, Y), mul(Y, A)],
  latex: (A) => `\\operatorname{adj}(${A})`,
  derived: (A) => `\\operatorname{cof}(${A})`,
  words: { spectral: special.spectral },
  rule: ({ spectral, t }) => ({
    jvp: ({ f }, dA) => t(spectral(f, dA)),
    vjp: ({ f }, Ybar) => [spectral(f, t(Ybar))],
  }),
});
