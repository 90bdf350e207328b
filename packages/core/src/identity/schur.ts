import { defineIdentity } from '../define/define.ts';
import { simpleSpectrum } from '../define/domain.ts';
import { similarityRule, similarityWords } from '../define/similarityRule.ts';
import { belowFactor } from '../factor/schur/belowFactor.ts';
import { oriented } from '../factor/schur/oriented.ts';
import { schur as decompose } from '../factor/schur/schur.ts';

/**
 * Real Schur form of a square matrix.
 *
 * Functions of the matrix (expm, logm, sqrtm, signm) have derivatives at every spectrum, this one at distinct eigenvalues.
 *
 * @param A n×n matrix; for derivatives its eigenvalues must be distinct
 * @returns `[Q, T]`, n×n, Q orthogonal and T upper triangular but for 2×2 blocks [[a, b], [c, a]] of complex pairs, A = Q·T·Qᵀ;
 * |b| ≥ |c|, real parts of eigenvalues ascend, and the largest entry of each column of Q is positive
 * @throws {ShapeError} if A is not square
 * @throws {DegenerateError} from derivatives where eigenvalues coincide or b + c = 0 in a block, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * schur([[2, 1], [0, 3]]).map(toNested) //=> [[[1, 0], [0, 1]], [[2, 1], [0, 3]]]
 * @flops 25n^3
 * @source Kato 1966; differential of A = Q·T·Qᵀ
 */
export const schur = /* @__PURE__ */ defineIdentity({
  name: 'schur',
  signature: '(n,n)->(n,n),(n,n)',
  domain: [simpleSpectrum],
  forward: ([A]) => {
    const { Q, T } = oriented(decompose(A, 'schur'));
    return { y: [Q, T], f: belowFactor(T, 'schur') };
  },
  equation: ({ mul, t }, { x: [A], y: [Q, T] }) => [mul(Q, T, t(Q)), A],
  latex: (A) => `\\operatorname{schur}(${A})`,
  factors: (_, [, T], { neg }) => [T, neg(T)],
  words: similarityWords,
  rule: similarityRule,
});
