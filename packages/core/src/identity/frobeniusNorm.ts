import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { direction } from '../define/direction.ts';
import { nonzero } from '../define/domain.ts';
import * as special from '../define/special.ts';

/** √Σ over a member scaled by its largest entry: squares neither over- nor underflow. */
function frobenius(A: NdArray): NdArray {
  const shape = A.shape.slice(0, -2);
  const [m, n] = A.shape.slice(-2);
  const size = m * n;
  const data = new Float64Array(shape.reduce((product, d) => product * d, 1));
  for (let i = 0; i < data.length; i++) {
    const member = A.data.subarray(i * size, (i + 1) * size);
    const largest = member.reduce((max, a) => Math.max(max, Math.abs(a)), 0);
    if (largest === 0) continue;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (member[j] / largest) ** 2;
    data[i] = largest * Math.sqrt(sum);
  }
  return { shape, data };
}

/**
 * Frobenius norm of a matrix, Euclidean norm of a vector; safe at every scale. `sumsq` is its square, smooth everywhere.
 *
 * @param A m×n matrix, or a vector
 * @returns y = √(Σ A_ij²), a scalar; its derivative at A = 0 is 0 by convention
 * @throws {ShapeError} if A is a scalar
 * @throws {DegenerateError} from its second derivative, where A = 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(frobeniusNorm([[3, 0], [0, 4]])) //=> 5
 * @flops 2mn
 * @source Magnus & Neudecker 2019, §9.9; 0 at 0 as the least subgradient
 */
export const frobeniusNorm = /* @__PURE__ */ defineIdentity({
  name: 'frobeniusNorm',
  signature: '(m,n?)->()',
  domain: [nonzero],
  forward: ([A]) => ({ y: frobenius(A) }),
  latex: (A) => `\\|${A}\\|`,
  words: { had: special.had, inner: special.inner, map: special.map, scale: special.scale },
  rule: (k) => ({
    jvp: ({ x: [A], y }, dA) => k.inner(direction(k, A, y), dA),
    vjp: ({ x: [A], y }, ybar) => [k.scale(ybar, direction(k, A, y))],
  }),
});
