import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import * as float64 from '../interpret/float64/elementwise.ts';

/**
 * Product of two arrays, entry by entry.
 *
 * @param A array of any shape
 * @param B array whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = A_ij B_ij, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(hadamard([[1, 2], [3, 4]], [[2, 0], [0, 2]])) //=> [[2, 0], [0, 8]]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const hadamard = /* @__PURE__ */ defineIdentity({
  name: 'hadamard',
  signature: '(),()->()',
  domain: [real, real],
  word: 'had',
  forward: (x, o) => ({ y: float64.had(...x, ...o) }),
  latex: (A, B) => `${A} \\circ ${B}`,
  words: { had: special.had, add: special.add },
  rule: ({ add, had }) => ({
    jvp: ({ x: [A, B] }, dA, dB) => add(had(dA, B), had(A, dB)),
    vjp: ({ x: [A, B] }, Ybar) => [had(Ybar, B), had(A, Ybar)],
  }),
});
