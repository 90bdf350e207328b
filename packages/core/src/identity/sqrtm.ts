import { defineIdentity } from '../define/define.ts';
import { rightHalf } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { sqrtm as compute } from '../factor/sqrtm/sqrtm.ts';

/**
 * Principal square root of a square matrix, by its Schur form.
 *
 * @param A n×n matrix without eigenvalues on the negative real axis
 * @returns Y n×n with Y·Y = A and eigenvalues in the right half plane
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if A has no principal square root
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(sqrtm([[4, 1], [0, 4]])) //=> [[2, 0.25], [0, 2]]
 * @flops 28n^3
 * @source Björck & Hammarling 1983; Higham 1987
 */
export const sqrtm = /* @__PURE__ */ defineIdentity({
  name: 'sqrtm',
  signature: '(n,n)->(n,n)',
  domain: [rightHalf],
  forward: ([A]) => {
    const f = compute(A, 'sqrtm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `${A}^{1/2}`,
  words: frechetWords,
  rule: frechetRule,
});
