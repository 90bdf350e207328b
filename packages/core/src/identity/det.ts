import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { determinants } from '../factor/det/determinants.ts';
import { detFactor } from '../factor/det/detFactor.ts';
import { lu } from '../factor/lu/lu.ts';

/**
 * Determinant of a square matrix, with derivatives of any order at every matrix, singular or not.
 *
 * Prefer `slogdet` or `logdet` to its logarithm: they neither over- nor underflow.
 *
 * @param A n×n matrix, singular or not
 * @returns y = det A, a scalar; over- and underflow only where det A itself does
 * @throws {ShapeError} if A is not square
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(det([[1, 2], [3, 4]])) //=> -2
 * toNested(grad(det)([[1, 2], [2, 4]])) //=> [[4, -2], [-2, 1]]
 * @flops 2n^3/3
 * @source Magnus & Neudecker 2019, §8.3 (Jacobi)
 */
export const det = /* @__PURE__ */ defineIdentity({
  name: 'det',
  signature: '(n,n)->()',
  domain: [real],
  forward: ([A]) => {
    const f = lu(A, 'det');
    return { y: determinants(f), f: detFactor(f) };
  },
  latex: (A) => `\\det(${A})`,
  derived: (A) => `\\operatorname{cof}(${A})`,
  words: { inner: special.inner, scale: special.scale, spectral: special.spectral },
  rule: ({ inner, scale, spectral }) => ({
    jvp: ({ f }, dA) => inner(spectral(f), dA),
    vjp: ({ f }, ybar) => [scale(ybar, spectral(f))],
  }),
});
