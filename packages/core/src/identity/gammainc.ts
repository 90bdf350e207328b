import type { Term } from '../algebra.ts';
import { combineFinite } from '../define/combineFinite.ts';
import { defineIdentity, type Identity } from '../define/define.ts';
import { positive } from '../define/domain.ts';
import { requireOrder } from '../define/requireOrder.ts';
import * as special from '../define/special.ts';
import { gammaIncomplete } from '../kernel/special/gammaIncomplete.ts';
import { gammaDensity } from './gammaDensity.ts';

/**
 * Regularised incomplete gamma function, the distribution function of the gamma distribution of shape a, entry by entry, or a derivative of it in a.
 *
 * @param A array of any shape with positive entries, 1e10 at the most
 * @param X array with nonnegative entries whose shape broadcasts with A's as NumPy's do
 * @param order how often to differentiate in a; 0 where left out
 * @returns Y in the broadcast shape, with Y_ij = P(a, x) = 1/Γ(a)·∫₀^x t^(a-1)·e^-t dt for the entries a of A and x of X
 * @throws {ShapeError} if the shapes do not broadcast
 * @throws {DomainError} if an entry of A is not positive or above 1e10, one of X is negative or there is no such order
 * @throws {DomainError} from derivatives, where an entry of X is 0 and they are infinite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gammainc([1, 2], 1)) //=> [0.6321205588285577, 0.2642411176571153]
 */
export const gammainc: Identity<'(),()->()', [order?: number]> = /* @__PURE__ */ defineIdentity<
  '(),()->()',
  [order?: number]
>({
  name: 'gammainc',
  signature: '(),()->()',
  domain: [positive, positive],
  check: (_, [order = 0]) => requireOrder('gammainc')(order),
  forward: ([A, X], [order = 0]) => ({
    y: combineFinite('gammainc', A, X, (a, x) => gammaIncomplete(false, order, a, x)),
  }),
  latex: (A, X, m = '0') => (m === '0' ? `P(${A}, ${X})` : `\\partial_{${A}}^{${m}} P(${A}, ${X})`),
  words: { add: special.add, had: special.had },
  rule: ({ add, call, had }) => {
    const slopes = (A: Term, X: Term, m: number) => [
      call(gammainc.spec, [A, X], [m + 1]).y as Term,
      call(gammaDensity.spec, [A, X], [m]).y as Term,
    ];
    return {
      jvp: ({ x: [A, X], o: [m = 0] }, dA, dX) => {
        const [inA, inX] = slopes(A, X, m);
        return add(had(inA, dA), had(inX, dX));
      },
      vjp: ({ x: [A, X], o: [m = 0] }, Ybar) => {
        const [inA, inX] = slopes(A, X, m);
        return [had(inA, Ybar), had(inX, Ybar)];
      },
    };
  },
  flops: '500mn',
  source: 'Olver et al. 2010, §8.2, §8.7, §8.9',
  examples: [{ options: [] }, { options: [1] }],
});
