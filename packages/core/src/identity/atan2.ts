import { defineIdentity } from '../define/define.ts';
import { nonzero } from '../define/domain.ts';
import { cos, reciprocal, sin } from '../define/functions.ts';
import * as special from '../define/special.ts';
import { combine } from '../interpret/float64/layout.ts';

/**
 * Angle of the point (x, y), entry by entry, in its quadrant.
 *
 * @param Y array of any shape
 * @param X array whose shape broadcasts with Y's as NumPy's do
 * @returns T with T_ij = arctan(Y_ij/X_ij), between -π and π, in the broadcast shape
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} from its derivatives, where both entries are 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(atan2([1, 0], [0, -1])) //=> [1.570796326794897, 3.141592653589793]
 * @flops 4mn
 * @source chain rule
 */
export const atan2 = /* @__PURE__ */ defineIdentity({
  name: 'atan2',
  signature: '(),()->()',
  domain: [nonzero, nonzero],
  forward: ([Y, X]) => ({ y: combine(Y, X, Math.atan2) }),
  latex: (Y, X) => `\\operatorname{atan2}(${Y}, ${X})`,
  words: { add: special.add, had: special.had, map: special.map, sub: special.sub },
  // dT = (cos T dY - sin T dX)/R with R = X cos T + Y sin T: no square to overflow.
  rule: ({ add, had, map, neg, sub }) => ({
    jvp: ({ x: [Y, X], y: T }, dY, dX) => {
      const [c, s] = [map(T, cos), map(T, sin)];
      return had(map(add(had(X, c), had(Y, s)), reciprocal), sub(had(c, dY), had(s, dX)));
    },
    vjp: ({ x: [Y, X], y: T }, Tbar) => {
      const [c, s] = [map(T, cos), map(T, sin)];
      const over = had(map(add(had(X, c), had(Y, s)), reciprocal), Tbar);
      return [had(c, over), neg(had(s, over))];
    },
  }),
});
