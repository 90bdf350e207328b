import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { halfOfExp } from '../factor/expm/halves.ts';

const compute = /* @__PURE__ */ halfOfExp(-1, 0);

/**
 * Cosine of a square matrix.
 *
 * @param A n×n matrix
 * @returns Y = cos A = Σ (-1)^k·A^(2k)/(2k)!, n×n
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if entries of the result are beyond the range of float64, or A so large that none of their digits are determined
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(cosm([[0, 0], [0, 0]])) //=> [[1, 0], [0, 1]]
 * @flops 240n^3
 * @source Al-Mohy & Higham 2009, of a matrix of two by two blocks
 */
export const cosm = /* @__PURE__ */ defineIdentity({
  name: 'cosm',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = compute(A, 'cosm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\cos(${A})`,
  words: frechetWords,
  rule: frechetRule,
});
