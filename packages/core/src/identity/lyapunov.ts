import { defineIdentity } from '../define/define.ts';
import { real, rightHalf } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { lyapunov as factor } from '../factor/sylvester/sylvester.ts';
import { t as transposed } from '../interpret/float64/products.ts';

/**
 * Solution of the continuous Lyapunov equation A·X + X·Aᵀ = Q, by one Schur form of A.
 *
 * For stable A the Gramian of the flow of A is -X: `lyapunov(A, neg(Q))`.
 *
 * @param A n×n matrix, no eigenvalue of which is the negative of another or of itself
 * @param Q n×n matrix; symmetric Q gives symmetric X
 * @returns X n×n with A·X + X·Aᵀ = Q
 * @throws {ShapeError} if A is not square or Q does not fit it
 * @throws {SingularMatrixError} if two eigenvalues of A sum to zero, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(lyapunov([[1, 0], [0, 2]], [[2, 3], [3, 8]])) //=> [[1, 1], [1, 2]]
 * @flops 35n^3
 * @source Kao & Hennequin 2020
 */
export const lyapunov = /* @__PURE__ */ defineIdentity({
  name: 'lyapunov',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [rightHalf, real],
  forward: ([A, Q]) => {
    const { solve, solveT } = factor(A, 'lyapunov');
    return { y: solve(Q), f: { of: [A, transposed(A)], sylvester: solve, sylvesterT: solveT } };
  },
  equation: ({ add, mul, t }, { x: [A, Q], y: X }) => [add(mul(A, X), mul(X, t(A))), Q],
  latex: (A, Q) => `\\operatorname{lyap}(${A}, ${Q})`,
  factors: ([A], _, { t }) => [A, t(A)],
  words: { sylvester: special.sylvester, sylvesterT: special.sylvesterT, add: special.add, sub: special.sub },
  rule: ({ add, mul, neg, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ y: X, f }, dA, dQ) => sylvester(f, sub(dQ, add(mul(dA, X), mul(X, t(dA))))),
    vjp: ({ y: X, f }, Xbar) => {
      const Z = sylvesterT(f, Xbar);
      return [neg(add(mul(Z, t(X)), mul(t(Z), X))), Z];
    },
  }),
});
