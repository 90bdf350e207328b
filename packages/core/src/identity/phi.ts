import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/triangles.ts';

/**
 * Lower triangle of a matrix with its diagonal halved: the Φ of Cholesky's derivative.
 *
 * @param A m×n matrix
 * @returns Y with Y_ij = A_ij for i > j, A_ii/2 on the diagonal, else 0; Φ(S) + Φ(S)ᵀ = S for symmetric S
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @flops 0
 * @source Murray 2016, eq. 8
 */
export const phi = /* @__PURE__ */ defineIdentity({
  name: 'phi',
  signature: '(m,n)->(m,n)',
  domain: [real],
  word: 'phi',
  forward: (x, o) => ({ y: float64.phi(...x, ...o) }),
  latex: (A) => `\\Phi(${A})`,
  words: { phi: special.phi },
  rule: ({ phi }) => ({
    jvp: (_, dA) => phi(dA),
    vjp: (_, Ybar) => [phi(Ybar)],
  }),
});
