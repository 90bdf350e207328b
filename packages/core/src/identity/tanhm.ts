import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { tangentOf } from '../factor/tanm/tanm.ts';

const compute = /* @__PURE__ */ tangentOf(1);

/**
 * Hyperbolic tangent of a square matrix.
 *
 * @param A n×n matrix without eigenvalues at odd multiples of iπ/2
 * @returns Y = tanh A = (cosh A)⁻¹·sinh A, n×n
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if an eigenvalue is a pole to working precision, or A so large that none of the digits are determined
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tanhm([[0, 1], [0, 0]])) //=> [[0, 1], [0, 0]]
 * @flops 280n^3
 * @source Al-Mohy & Higham 2009, of a matrix of two by two blocks; tangents of twice the angle
 */
export const tanhm = /* @__PURE__ */ defineIdentity({
  name: 'tanhm',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = compute(A, 'tanhm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\tanh(${A})`,
  words: frechetWords,
  rule: frechetRule,
});
