import { defineIdentity } from './define.ts';
import { real } from './domain.ts';

/**
 * Lower triangle of a matrix with its diagonal halved: the Φ of Cholesky's derivative.
 *
 * @param A m×n matrix
 * @returns Y with Y_ij = A_ij for i > j, A_ii/2 on the diagonal, else 0; Φ(S) + Φ(S)ᵀ = S for symmetric S
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 */
export const phi = /* @__PURE__ */ defineIdentity({
  name: 'phi',
  signature: '(m,n)->(m,n)',
  domain: [real],
  word: 'phi',
  latex: (A) => `\\Phi(${A})`,
  rule: ({ phi }) => ({
    jvp: (_, dA) => phi(dA),
    vjp: (_, Ybar) => [phi(Ybar)],
  }),
  flops: '0',
  source: 'Murray 2016, eq. 8',
});
