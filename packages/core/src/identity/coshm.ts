import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { halfOfExp } from '../factor/expm/halves.ts';

const compute = /* @__PURE__ */ halfOfExp(1, 0);

/**
 * Hyperbolic cosine of a square matrix.
 *
 * @param A n×n matrix
 * @returns Y = cosh A = (e^A + e^-A)/2, n×n
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if entries of the result are beyond the range of float64, or A so large that none of their digits are determined
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(coshm([[0, 0], [0, 0]])) //=> [[1, 0], [0, 1]]
 * @flops 240n^3
 * @source Al-Mohy & Higham 2009, of a matrix of two by two blocks
 */
export const coshm = /* @__PURE__ */ defineIdentity({
  name: 'coshm',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = compute(A, 'coshm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\cosh(${A})`,
  words: frechetWords,
  rule: frechetRule,
});
