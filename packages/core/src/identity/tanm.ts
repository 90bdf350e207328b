import { defineIdentity } from '../define/define.ts';
import { contraction } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { tangentOf } from '../factor/tanm/tanm.ts';

const compute = /* @__PURE__ */ tangentOf(-1);

/**
 * Tangent of a square matrix.
 *
 * @param A n×n matrix without eigenvalues at odd multiples of π/2
 * @returns Y = tan A = (cos A)⁻¹·sin A, n×n
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if an eigenvalue is a pole to working precision, or A so large that none of the digits are determined
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tanm([[0, 1], [0, 0]])) //=> [[0, 1], [0, 0]]
 * @flops 280n^3
 * @source Al-Mohy & Higham 2009, of a matrix of two by two blocks; tangents of twice the angle
 */
export const tanm = /* @__PURE__ */ defineIdentity({
  name: 'tanm',
  signature: '(n,n)->(n,n)',
  domain: [contraction],
  forward: ([A]) => {
    const f = compute(A, 'tanm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\tan(${A})`,
  words: frechetWords,
  rule: frechetRule,
});
