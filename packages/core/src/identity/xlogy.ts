import { combineFinite } from '../define/combineFinite.ts';
import { defineIdentity } from '../define/define.ts';
import { positive, real } from '../define/domain.ts';
import { log, reciprocal } from '../define/functions.ts';
import * as special from '../define/special.ts';

/**
 * x·log y, entry by entry, which is 0 where x is.
 *
 * @param X array of any shape
 * @param Y array with nonnegative entries whose shape broadcasts with X's as NumPy's do
 * @returns Z with Z_ij = X_ij·log Y_ij, 0 where X_ij is, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of Y is negative, or 0 where that of X is not
 * @throws {DomainError} from derivatives, where an entry of Y is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(xlogy([0, 2], [0, Math.E])) //=> [0, 2]
 * @flops 2mn
 * @source product rule
 */
export const xlogy = /* @__PURE__ */ defineIdentity({
  name: 'xlogy',
  signature: '(),()->()',
  domain: [real, positive],
  forward: ([X, Y]) => ({
    y: combineFinite('xlogy', X, Y, (x, y) => (x === 0 && y >= 0 ? 0 : x * Math.log(y))),
  }),
  latex: (X, Y) => `${X} \\circ \\log ${Y}`,
  words: { add: special.add, had: special.had, map: special.map },
  rule: ({ add, had, map }) => ({
    jvp: ({ x: [X, Y] }, dX, dY) => add(had(map(Y, log), dX), had(had(X, map(Y, reciprocal)), dY)),
    vjp: ({ x: [X, Y] }, Zbar) => [had(map(Y, log), Zbar), had(had(X, map(Y, reciprocal)), Zbar)],
  }),
});
