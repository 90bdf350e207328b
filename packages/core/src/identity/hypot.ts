import { defineIdentity } from '../define/define.ts';
import { nonzero } from '../define/domain.ts';
import { reciprocalOrZero } from '../define/functions.ts';
import * as special from '../define/special.ts';
import { combine } from '../interpret/float64/layout.ts';

/**
 * Length of the vector (x, y), entry by entry, safe at every scale.
 *
 * @param X array of any shape
 * @param Y array whose shape broadcasts with X's as NumPy's do
 * @returns R with R_ij = √(X_ij² + Y_ij²), in the broadcast shape; its derivative at 0 is 0 by convention
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DegenerateError} from its second derivative, where both entries are 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(hypot([3, 5e200], [4, 12e200])) //=> [5, 1.3e+201]
 * @flops 4mn
 * @source chain rule; 0 at 0 as the least subgradient
 */
export const hypot = /* @__PURE__ */ defineIdentity({
  name: 'hypot',
  signature: '(),()->()',
  domain: [nonzero, nonzero],
  forward: ([X, Y]) => ({ y: combine(X, Y, Math.hypot) }),
  latex: (X, Y) => `\\sqrt{${X}^{\\circ 2} + ${Y}^{\\circ 2}}`,
  words: { add: special.add, had: special.had, map: special.map },
  rule: ({ add, had, map }) => ({
    jvp: ({ x: [X, Y], y: R }, dX, dY) => {
      const over = map(R, reciprocalOrZero);
      return add(had(had(X, over), dX), had(had(Y, over), dY));
    },
    vjp: ({ x: [X, Y], y: R }, Rbar) => {
      const over = map(R, reciprocalOrZero);
      return [had(had(X, over), Rbar), had(had(Y, over), Rbar)];
    },
  }),
});
