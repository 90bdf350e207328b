import { defineIdentity } from '../define/define.ts';
import { rightHalf } from '../define/domain.ts';
import { frechetRule, frechetWords } from '../define/frechetRule.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';
import { logm as compute } from '../factor/logm/logm.ts';

/**
 * Principal logarithm of a square matrix, by inverse scaling and squaring.
 *
 * @param A n×n matrix without eigenvalues on the closed negative real axis
 * @returns Y n×n with e^Y = A and eigenvalues whose imaginary parts are below π
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if A has an eigenvalue on the closed negative real axis
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(logm([[1, 1], [0, 1]])) //=> [[0, 1], [0, 0]]
 * @flops 60n^3
 * @source Al-Mohy, Higham & Relton 2013
 */
export const logm = /* @__PURE__ */ defineIdentity({
  name: 'logm',
  signature: '(n,n)->(n,n)',
  domain: [rightHalf],
  forward: ([A]) => {
    const f = compute(A, 'logm');
    return { y: f.Y, f: frechetFactor(A, f) };
  },
  latex: (A) => `\\log(${A})`,
  words: frechetWords,
  rule: frechetRule,
});
