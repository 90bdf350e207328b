import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { cornerAt } from '../define/indexMaps.ts';
import { requireOffset } from '../define/linear.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/indexing.ts';
import * as products from '../interpret/float64/products.ts';

/**
 * Trace of a matrix, square or not: the sum of its main diagonal, or of another one.
 *
 * @param A m×n matrix
 * @param offset how far above the main diagonal, below where negative; 0 where left out
 * @returns y = Σ A_ii, a scalar; with an offset k the sum of the A_(i,i+k)
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if the offset is no whole number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(trace([[1, 2], [3, 4]])) //=> 5
 * @flops n
 * @source Magnus & Neudecker 2019, §9.9
 */
export const trace = /* @__PURE__ */ defineIdentity<'(m,n)->()', [offset?: number]>({
  name: 'trace',
  signature: '(m,n)->()',
  domain: [real],
  word: 'trace',
  check: (_, [k]) => requireOffset('trace', k),
  forward: ([A], [k]) => ({ y: products.trace(k ? float64.gather(A, cornerAt(k)) : A) }),
  equation: ({ eye, gather, inner, scatter }, { x: [A], y, o: [k] }) => {
    const ones = k ? scatter(eye(gather(A, cornerAt(k))), cornerAt(k), A.shape) : eye(A);
    return [y, inner(ones, A)];
  },
  latex: (A, k) => `\\operatorname{tr}(${k ? cornerAt(Number(k)).latex(A) : A})`,
  words: {
    eye: special.eye,
    gather: special.gather,
    scale: special.scale,
    scatter: special.scatter,
    trace: special.trace,
  },
  rule: ({ trace, scale, eye, gather, scatter }) => ({
    jvp: ({ o: [k] }, dA) => trace(k ? gather(dA, cornerAt(k)) : dA),
    vjp: ({ x: [A], o: [k] }, ybar) => [
      scale(ybar, k ? scatter(eye(gather(A, cornerAt(k))), cornerAt(k), A.shape) : eye(A)),
    ],
  }),
  examples: [{ options: [] }, { options: [-1] }],
});
