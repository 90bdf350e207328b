import { defineIdentity } from '../define/define.ts';
import { regularSymmetric } from '../define/domain.ts';
import { reciprocal } from '../define/functions.ts';
import { diagonal, diagonalPart, strictlyLower } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { ldlUnpivoted } from '../factor/ldl/unpivoted.ts';

/**
 * LDLᵀ factorisation of a symmetric matrix, definite or not, without pivoting.
 *
 * Its derivatives are those of a smooth function, which a choice of pivots would not be; the price is that leading blocks must
 * be nonsingular. Where A is positive definite, L·diag(√d) is its Cholesky factor.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2, whose leading blocks are nonsingular
 * @returns `[L, d]`, L n×n unit lower triangular and d of n entries with L·diag(d)·Lᵀ = A
 * @throws {ShapeError} if A is not square
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {SingularMatrixError} if a leading block of A is singular to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * ldl([[2, 4], [4, 5]]).map(toNested) //=> [[[1, 0], [2, 1]], [2, -3]]
 * @flops n^3/3
 * @source Murray 2016, for L·diag(d)·Lᵀ
 */
export const ldl = /* @__PURE__ */ defineIdentity({
  name: 'ldl',
  signature: '(n,n)->(n,n),(n)',
  domain: [regularSymmetric],
  fails: [
    { on: 'singular', throws: 'SINGULAR' },
    { on: 'asymmetric', throws: 'NOT_SYMMETRIC' },
  ],
  forward: ([A]) => {
    const { L, d } = ldlUnpivoted(A, 'ldl');
    return { y: [L, d] };
  },
  equation: ({ gather, mul, t }, { x: [A], y: [L, d] }) => [mul(L, gather(d, diagonal), t(L)), A],
  latex: (A) => `\\operatorname{ldl}(${A})`,
  words: {
    add: special.add,
    gather: special.gather,
    had: special.had,
    lsolve: special.lsolve,
    lsolveT: special.lsolveT,
    map: special.map,
  },
  // M = L⁻¹·dA·L⁻ᵀ = L⁻¹dL·D + dD + (L⁻¹dL·D)ᵀ with L⁻¹dL strictly lower triangular.
  rule: ({ add, gather, had, lsolve, lsolveT, map, mul, t }) => ({
    jvp: ({ y: [L, d] }, dA) => {
      const M = t(lsolve(L, t(lsolve(L, dA))));
      return [mul(L, had(gather(M, strictlyLower), t(map(d, reciprocal)))), gather(M, diagonalPart)];
    },
    vjp: ({ y: [L, d] }, [Lbar, dbar]) => {
      const below = had(gather(mul(t(L), Lbar), strictlyLower), t(map(d, reciprocal)));
      return [t(lsolveT(L, t(lsolveT(L, add(below, gather(dbar, diagonal))))))];
    },
  }),
});
