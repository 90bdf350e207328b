import * as float64 from '../interpret/float64/products.ts';
import { defineIdentity } from './define.ts';
import { real } from './domain.ts';
import * as special from './special.ts';

/**
 * Trace of a matrix, square or not: the sum of its main diagonal.
 *
 * @param A m×n matrix
 * @returns y = Σ A_ii, a scalar
 * @throws {ShapeError} if A is no matrix
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(trace([[1, 2], [3, 4]])) //=> 5
 */
export const trace = /* @__PURE__ */ defineIdentity({
  name: 'trace',
  signature: '(m,n)->()',
  domain: [real],
  word: 'trace',
  forward: (x, o) => ({ y: float64.trace(...x, ...o) }),
  equation: ({ eye, inner }, { x: [A], y }) => [y, inner(eye(A), A)],
  latex: (A) => `\\operatorname{tr}(${A})`,
  words: { eye: special.eye, scale: special.scale, trace: special.trace },
  rule: ({ trace, scale, eye }) => ({
    jvp: (_, dA) => trace(dA),
    vjp: ({ x: [A] }, ybar) => [scale(ybar, eye(A))],
  }),
  flops: 'n',
  source: 'Magnus & Neudecker 2019, §9.9',
});
