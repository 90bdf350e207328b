import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
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
 * @throws {SingularMatrixError} from its second derivative on, where A is singular
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(adjugate([[1, 2], [3, 4]])) //=> [[4, -2], [-3, 1]]
 * @flops 2n^3
 * @source Magnus & Neudecker 2019, §8.5
 */
export const adjugate = /* @__PURE__ */ defineIdentity({
  name: 'adjugate',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = detFactor(lu(A, 'adjugate'));
    return { y: float64.t(f.cofactor()), f };
  },
  equation: ({ mul }, { x: [A], y: Y }) => [mul(A, Y), mul(Y, A)],
  latex: (A) => `\\operatorname{adj}(${A})`,
  words: { dcofactor: special.dcofactor },
  rule: ({ dcofactor, t }) => ({
    jvp: ({ f }, dA) => t(dcofactor(f, dA)),
    vjp: ({ f }, Ybar) => [dcofactor(f, t(Ybar))],
  }),
});
