import { defineIdentity } from '../define/define.ts';
import { fullRank } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { reciprocals } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';
import * as products from '../interpret/float64/products.ts';

/**
 * Moore-Penrose inverse; its derivatives are those along matrices of the same rank.
 *
 * @param A m×n matrix
 * @param rtol singular values below rtol·σ₁ count as zero; max(m, n)·ε where left out
 * @returns Y n×m with A·Y·A = A, Y·A·Y = Y, and A·Y and Y·A symmetric
 * @throws {ShapeError} if A is no matrix
 * @throws {DomainError} if rtol is negative or no number
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(pinv([[2, 0], [0, 0]])) //=> [[0.5, 0], [0, 0]]
 * @flops 20mn^2
 * @source Golub & Pereyra 1973; by the Jordan-Wielandt matrix
 */
export const pinv = /* @__PURE__ */ defineIdentity<'(m,n)->(n,m)', [rtol?: number]>({
  name: 'pinv',
  signature: '(m,n)->(n,m)',
  domain: [fullRank],
  check: (_, [rtol]) => {
    if (rtol !== undefined && !(Number.isFinite(rtol) && rtol >= 0))
      throw new DomainError('pinv', `expected a tolerance of 0 or more, got ${rtol}`);
  },
  forward: ([A], [rtol]) => {
    const f = singularFactor(A, 'pinv', (choice) => reciprocals(choice, rtol));
    return { y: products.t(f.spectral([])), f };
  },
  latex: (A) => `${A}^{+}`,
  derived: (A) => `\\operatorname{pinv}(${A})^{\\top}`,
  words: { spectral: special.spectral },
  rule: ({ spectral, t }) => ({
    jvp: ({ f }, dA) => t(spectral(f, dA)),
    vjp: ({ f }, Ybar) => [spectral(f, t(Ybar))],
  }),
  examples: [{ options: [] }, { options: [1e-12] }],
});
