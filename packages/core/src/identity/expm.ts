import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { expm as compute } from '../factor/expm/expm.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';

/**
 * Exponential of a square matrix, by scaling and squaring; right at defective matrices, and not overscaled.
 *
 * Its relative condition is ‖A‖ or more: of 16 digits about log₁₀‖A‖ are lost. For symmetric matrices of large norm use
 * `symmetricFunction(A, 'exp')`.
 *
 * @param A n×n matrix
 * @returns Y = e^A = Σ A^k/k!, n×n
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if entries of e^A are beyond the range of float64, or A so large that none of their digits are determined
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expm([[0, 1], [0, 0]])) //=> [[1, 1], [0, 1]]
 * @flops 30n^3
 * @source Al-Mohy & Higham 2009
 */
export const expm = /* @__PURE__ */ defineIdentity({
  name: 'expm',
  signature: '(n,n)->(n,n)',
  domain: [square],
  forward: ([A]) => {
    const f = compute(A, 'expm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `e^{${A}}`,
  words: frechetWords,
  rule: frechetRule,
});
