import { defineIdentity } from '../define/define.ts';
import { contraction, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { steinFactor } from '../factor/sylvester/steinFactor.ts';
import { discreteLyapunov as factor } from '../factor/sylvester/sylvester.ts';
import { t as transposed } from '../interpret/float64/products.ts';

/**
 * Solution of the discrete Lyapunov equation X = A·X·Aᵀ + Q, by one Schur form of A.
 *
 * For A with all eigenvalues inside the unit circle, X = Σ Aᵏ·Q·(Aᵀ)ᵏ: the stationary covariance of x ← A·x + noise.
 *
 * @param A n×n matrix, no eigenvalue of which is the inverse of another or of itself
 * @param Q n×n matrix; symmetric Q gives symmetric X
 * @returns X n×n with X = A·X·Aᵀ + Q
 * @throws {ShapeError} if A is not square or Q does not fit it
 * @throws {SingularMatrixError} if two eigenvalues of A have the product 1, to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(discreteLyapunov([[0.5]], [[3]])) //=> [[4]]
 * @flops 35n^3
 * @source Kao & Hennequin 2020
 */
export const discreteLyapunov = /* @__PURE__ */ defineIdentity({
  name: 'discreteLyapunov',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [contraction, real],
  forward: ([A, Q]) => {
    const f = steinFactor(A, transposed(A), factor(A, 'discreteLyapunov'));
    return { y: f.stein(Q), f };
  },
  equation: ({ mul, sub, t }, { x: [A, Q], y: X }) => [sub(X, mul(A, X, t(A))), Q],
  latex: (A, Q) => `\\operatorname{dlyap}(${A}, ${Q})`,
  factors: ([A], _, { t }) => [A, t(A)],
  words: { stein: special.stein, steinT: special.steinT, add: special.add },
  rule: ({ add, mul, stein, steinT, t }) => ({
    jvp: ({ x: [A], y: X, f }, dA, dQ) => stein(f, add(dQ, add(mul(dA, X, t(A)), mul(A, X, t(dA))))),
    vjp: ({ x: [A], y: X, f }, Xbar) => {
      const Z = steinT(f, Xbar);
      return [add(mul(Z, A, t(X)), mul(t(Z), A, X)), Z];
    },
  }),
});
