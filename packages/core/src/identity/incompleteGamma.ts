import type { Term } from '../algebra.ts';
import { combineFinite } from '../define/combineFinite.ts';
import { defineIdentity, type Identity } from '../define/define.ts';
import { positive } from '../define/domain.ts';
import { requireOrder } from '../define/requireOrder.ts';
import * as special from '../define/special.ts';
import { gammaIncomplete } from '../kernel/special/gammaIncomplete.ts';
import { gammaDensity } from './gammaDensity.ts';

/**
 * P(a, x), or if `upper` Q = 1 - P, and its derivatives in a: ∂P/∂x is the density, ∂Q/∂x its negative.
 *
 * @flops 500mn
 * @source Olver et al. 2010, §8.2, §8.7, §8.9
 */
export function incompleteGamma(
  name: string,
  upper: boolean,
  symbol: string,
): Identity<'(),()->()', [order?: number]> {
  const id: Identity<'(),()->()', [order?: number]> = defineIdentity<'(),()->()', [order?: number]>({
    name,
    signature: '(),()->()',
    domain: [positive, positive],
    check: (_, [order = 0]) => requireOrder(name)(order),
    forward: ([A, X], [order = 0]) => ({
      y: combineFinite(name, A, X, (a, x) => gammaIncomplete(upper, order, a, x)),
    }),
    latex: (A, X, m = '0') => `${m === '0' ? '' : `\\partial_{${A}}^{${m}} `}${symbol}(${A}, ${X})`,
    words: { add: special.add, had: special.had },
    rule: ({ add, call, had, neg }) => {
      const slopes = (A: Term, X: Term, m: number) => {
        const density = call(gammaDensity.spec, [A, X], [m]).y as Term;
        return [call(id.spec, [A, X], [m + 1]).y as Term, upper ? neg(density) : density];
      };
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
    examples: [{ options: [] }, { options: [1] }],
  });
  return id;
}
