import { defineIdentity } from '../define/define.ts';
import { cyclic } from '../define/domain.ts';
import { similarityRule, similarityWords } from '../define/similarityRule.ts';
import { belowHessenberg } from '../factor/hessenberg/belowHessenberg.ts';
import { hessenberg as decompose } from '../factor/hessenberg/hessenberg.ts';

/**
 * Hessenberg form of a square matrix, by Householder reflections.
 *
 * @param A n×n matrix
 * @returns `[Q, H]`, n×n, Q orthogonal with the first unit vector as first column, H zero below the entries next to its diagonal,
 * which are nonnegative, A = Q·H·Qᵀ
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} from derivatives where an entry next below the diagonal of H but the last is zero to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * hessenberg([[1, 2], [3, 4]]).map(toNested) //=> [[[1, 0], [0, 1]], [[1, 2], [3, 4]]]
 * @flops 14n^3/3
 * @source differential of A = Q·H·Qᵀ
 */
export const hessenberg = /* @__PURE__ */ defineIdentity({
  name: 'hessenberg',
  signature: '(n,n)->(n,n),(n,n)',
  domain: [cyclic],
  forward: ([A]) => {
    const { Q, H } = decompose(A);
    return { y: [Q, H], f: belowHessenberg(H, 'hessenberg') };
  },
  equation: ({ mul, t }, { x: [A], y: [Q, H] }) => [mul(Q, H, t(Q)), A],
  latex: (A) => `\\operatorname{hessenberg}(${A})`,
  factors: (_, [, H], { neg }) => [H, neg(H)],
  words: similarityWords,
  rule: similarityRule,
});
