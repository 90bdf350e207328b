import type { Term } from '../algebra.ts';
import { combineFinite } from '../define/combineFinite.ts';
import { defineIdentity } from '../define/define.ts';
import { aboveMinusOne, real } from '../define/domain.ts';
import { log1p, reciprocal } from '../define/functions.ts';
import * as special from '../define/special.ts';

/**
 * x·log(1 + y), entry by entry, which is 0 where x is, and accurate for small y.
 *
 * @param X array of any shape
 * @param Y array with entries of at least -1 whose shape broadcasts with X's as NumPy's do
 * @returns Z with Z_ij = X_ij·log(1 + Y_ij), 0 where X_ij is, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of Y is below -1, or -1 where that of X is not 0
 * @throws {DomainError} from derivatives, where an entry of Y is -1
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(xlog1py([0, 2], [-1, 1e-20])) //=> [0, 2e-20]
 * @flops 2mn
 * @source product rule
 */
export const xlog1py = /* @__PURE__ */ defineIdentity({
  name: 'xlog1py',
  signature: '(),()->()',
  domain: [real, aboveMinusOne],
  forward: ([X, Y]) => ({
    y: combineFinite('xlog1py', X, Y, (x, y) => (x === 0 && y >= -1 ? 0 : x * Math.log1p(y))),
  }),
  latex: (X, Y) => `${X} \\circ \\log(1 + ${Y})`,
  words: { add: special.add, had: special.had, map: special.map },
  rule: ({ add, fill, had, map }) => {
    const over = (Y: Term) => map(add(fill(Y, 1), Y), reciprocal);
    return {
      jvp: ({ x: [X, Y] }, dX, dY) => add(had(map(Y, log1p), dX), had(had(X, over(Y)), dY)),
      vjp: ({ x: [X, Y] }, Zbar) => [had(map(Y, log1p), Zbar), had(had(X, over(Y)), Zbar)],
    };
  },
});
