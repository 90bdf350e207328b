import type { Term } from '../algebra.ts';
import { combineFinite } from '../define/combineFinite.ts';
import { defineIdentity, type Identity } from '../define/define.ts';
import { positive } from '../define/domain.ts';
import { reciprocal } from '../define/functions.ts';
import { requireOrder } from '../define/requireOrder.ts';
import * as special from '../define/special.ts';
import { gammaDensity as compute } from '../kernel/special/gammaDensity.ts';

/**
 * Density of the gamma distribution of shape a, entry by entry, or a derivative of it in a.
 *
 * @param A array of any shape with positive entries
 * @param X array with nonnegative entries whose shape broadcasts with A's as NumPy's do
 * @param order how often to differentiate in a; 0 where left out
 * @returns Y in the broadcast shape, with Y_ij = x^(a-1)·e^-x/Γ(a) for the entries a of A and x of X
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of A is not positive, one of X is negative, a value is infinite or there is no such order
 * @throws {DomainError} from derivatives in X, where an entry is 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gammaDensity([1, 2], 1)) //=> [0.3678794411714423, 0.3678794411714423]
 * @flops 50mn
 * @source Olver et al. 2010, §8.8
 */
export const gammaDensity: Identity<'(),()->()', [order?: number]> = /* @__PURE__ */ defineIdentity<
  '(),()->()',
  [order?: number]
>({
  name: 'gammaDensity',
  signature: '(),()->()',
  domain: [positive, positive],
  check: (_, [order = 0]) => requireOrder('gammaDensity')(order),
  forward: ([A, X], [order = 0]) => ({
    y: combineFinite('gammaDensity', A, X, (a, x) => compute(order, a, x)),
  }),
  latex: (A, X, m = '0') => (m === '0' ? `p_{${A}}(${X})` : `\\partial_{${A}}^{${m}} p_{${A}}(${X})`),
  words: { add: special.add, had: special.had, map: special.map, sub: special.sub },
  // Of p^(m) = ∂^m p/∂a^m, from ∂p/∂x = p·(a-1)/x - p.
  rule: ({ add, call, fill, had, map, sub }) => {
    const density = (A: Term, X: Term, m: number) => call(gammaDensity.spec, [A, X], [m]).y as Term;
    const slope = (A: Term, X: Term, Y: Term, m: number) => {
      const over = map(X, reciprocal);
      const first = sub(had(had(sub(A, fill(A, 1)), over), Y), Y);
      return m === 0 ? first : add(first, had(had(fill(X, m), over), density(A, X, m - 1)));
    };
    return {
      jvp: ({ x: [A, X], y: Y, o: [m = 0] }, dA, dX) =>
        add(had(density(A, X, m + 1), dA), had(slope(A, X, Y, m), dX)),
      vjp: ({ x: [A, X], y: Y, o: [m = 0] }, Ybar) => [
        had(density(A, X, m + 1), Ybar),
        had(slope(A, X, Y, m), Ybar),
      ],
    };
  },
  examples: [{ options: [] }, { options: [1] }],
});
