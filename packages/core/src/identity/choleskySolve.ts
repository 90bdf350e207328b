import { defineIdentity } from '../define/define.ts';
import { lower, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { requireNonzeroDiagonal } from '../factor/triangular.ts';
import * as float64 from '../interpret/float64/triangles.ts';

/**
 * Solution of L·Lᵀ·X = B by a Cholesky factor that is there already; what stands above the diagonal of L is never read.
 *
 * `solvePositiveDefinite(A, B)` factors A first.
 *
 * @param L n×n matrix whose lower triangle counts, with a nonzero diagonal
 * @param B n×k matrix of right-hand sides, or a vector of n entries
 * @returns X in B's shape, with tril(L)·tril(L)ᵀ·X = B
 * @throws {ShapeError} if L is not square or B has another number of rows
 * @throws {SingularMatrixError} if a diagonal entry is zero
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(choleskySolve([[2, 0], [1, 1]], [8, 4])) //=> [2, 0]
 * @flops 2n^2k
 * @source Giles 2008, §2.3.1, for A = L·Lᵀ
 */
export const choleskySolve = /* @__PURE__ */ defineIdentity({
  name: 'choleskySolve',
  signature: '(n,n),(n,k?)->(n,k?)',
  domain: [lower, real],
  fails: [{ on: 'singular', throws: 'SINGULAR' }],
  forward: ([L, B]) => ({
    y: float64.lsolveT(L, float64.lsolve(requireNonzeroDiagonal('choleskySolve', L), B)),
  }),
  equation: ({ mul, t, tril }, { x: [L, B], y: X }) => [mul(tril(L), t(tril(L)), X), B],
  latex: (L, B) => `${L}^{-\\top} ${L}^{-1} ${B}`,
  words: { lsolve: special.lsolve, lsolveT: special.lsolveT, add: special.add, sub: special.sub },
  // A = LLᵀ has dA = dL Lᵀ + L dLᵀ, and ⟨-B̄Xᵀ, dA⟩ = ⟨-(B̄Xᵀ + XB̄ᵀ)L, dL⟩.
  rule: ({ add, lsolve, lsolveT, mul, neg, sub, t }) => ({
    jvp: ({ x: [L], y: X }, dL, dB) => {
      const dAX = add(mul(dL, mul(t(L), X)), mul(L, mul(t(dL), X)));
      return lsolveT(L, lsolve(L, sub(dB, dAX)));
    },
    vjp: ({ x: [L], y: X }, Xbar) => {
      const Bbar = lsolveT(L, lsolve(L, Xbar));
      return [neg(add(mul(Bbar, mul(t(X), L)), mul(X, mul(t(Bbar), L)))), Bbar];
    },
  }),
});
