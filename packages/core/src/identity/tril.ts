import * as float64 from '../interpret/float64/parts.ts';
import { defineIdentity } from './define.ts';
import { real } from './domain.ts';
import * as special from './special.ts';

/**
 * Lower triangle of a matrix, zeros above.
 *
 * @param A m×n matrix
 * @returns Y with Y_ij = A_ij for i ≥ j, else 0
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(tril([[1, 2], [3, 4]])) //=> [[1, 0], [3, 4]]
 */
export const tril = /* @__PURE__ */ defineIdentity({
  name: 'tril',
  signature: '(m,n)->(m,n)',
  domain: [real],
  word: 'tril',
  forward: (x, o) => ({ y: float64.tril(...x, ...o) }),
  latex: (A) => `\\operatorname{tril}(${A})`,
  words: { tril: special.tril },
  rule: ({ tril }) => ({
    jvp: (_, dA) => tril(dA),
    vjp: (_, Ybar) => [tril(Ybar)],
  }),
  flops: '0',
  source: 'a mask is self-adjoint',
});
