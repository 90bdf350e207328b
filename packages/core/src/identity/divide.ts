import type { Algebra, Factored, Term } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { nonzero, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { over } from '../interpret/float64/elementwise.ts';

/** A quotient within a rule: 1/B may overflow where A/B does not. */
const quotient = (k: Algebra<Term, Factored>, A: Term, B: Term): Term =>
  k.call(divide.spec, [A, B], []).y as Term;

function finite(y: NdArray): NdArray {
  const bad = y.data.findIndex((q) => !Number.isFinite(q));
  if (bad < 0) return y;
  throw new DomainError('divide', `expected finite quotients, got ${y.data[bad]} at index ${bad}`);
}

/**
 * Quotient of two arrays, entry by entry.
 *
 * @param A array of any shape
 * @param B array without zeros whose shape broadcasts with A's as NumPy's do
 * @returns Y with Y_ij = A_ij / B_ij, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of B is 0, or a quotient beyond the range of float64
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(divide([1, 6], 2)) //=> [0.5, 3]
 * @flops mn
 * @source Magnus & Neudecker 2019, §8.3
 */
export const divide = /* @__PURE__ */ defineIdentity({
  name: 'divide',
  signature: '(),()->()',
  domain: [real, nonzero],
  forward: ([A, B]) => ({ y: finite(over(A, B)) }),
  latex: (A, B) => `${A} \\oslash ${B}`,
  words: { had: special.had, sub: special.sub },
  rule: (k) => ({
    jvp: ({ x: [, B], y }, dA, dB) => quotient(k, k.sub(dA, k.had(y, dB)), B),
    vjp: ({ x: [, B], y }, Ybar) => {
      const Abar = quotient(k, Ybar, B);
      return [Abar, k.neg(k.had(Abar, y))];
    },
  }),
});
