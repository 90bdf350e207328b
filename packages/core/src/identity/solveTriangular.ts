import { defineIdentity } from '../define/define.ts';
import { lower, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { requireNonzeroDiagonal } from '../factor/triangular.ts';
import * as float64 from '../interpret/float64/triangles.ts';

/**
 * Solution of the triangular system L·X = B; what stands above the diagonal of L is never read.
 *
 * @param L n×n matrix whose lower triangle counts, with a nonzero diagonal
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, with tril(L)·X = B
 * @throws {ShapeError} if L is not square or B has another number of rows
 * @throws {SingularMatrixError} if a diagonal entry is zero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(solveTriangular([[2, 9], [1, 1]], [2, 3])) //=> [1, 2]
 * @flops n^2k
 * @source Giles 2008, §2.3.1, projected onto lower triangles
 */
export const solveTriangular = /* @__PURE__ */ defineIdentity({
  name: 'solveTriangular',
  signature: '(n,n),(n,k?)->(n,k?)',
  domain: [lower, real],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([L, B]) => ({ y: float64.lsolve(requireNonzeroDiagonal('solveTriangular', L), B) }),
  equation: ({ mul, tril }, { x: [L, B], y: X }) => [mul(tril(L), X), B],
  latex: (L, B) => `${L}^{-1} ${B}`,
  words: { lsolve: special.lsolve, lsolveT: special.lsolveT, tril: special.tril, sub: special.sub },
  rule: ({ lsolve, lsolveT, mul, neg, sub, t, tril }) => ({
    jvp: ({ x: [L], y: X }, dL, dB) => lsolve(L, sub(dB, mul(tril(dL), X))),
    vjp: ({ x: [L], y: X }, Xbar) => {
      const Bbar = lsolveT(L, Xbar);
      return [neg(tril(mul(Bbar, t(X)))), Bbar];
    },
  }),
});
