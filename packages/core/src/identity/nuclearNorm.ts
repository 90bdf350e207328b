import { signOfNonzero } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';
import { totals } from '../factor/spectral/totals.ts';
import { defineIdentity } from './define.ts';
import { fullRank } from './domain.ts';
import * as special from './special.ts';

/**
 * Nuclear norm of a matrix: the sum of its singular values.
 *
 * @param A m×n matrix
 * @returns y = Σ σ_i, a scalar; below full rank its gradient is the subgradient of least norm
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from its second derivative, where A is rank deficient to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(nuclearNorm([[3, 0], [0, -4]])) //=> 7
 */
export const nuclearNorm = /* @__PURE__ */ defineIdentity({
  name: 'nuclearNorm',
  signature: '(m,n)->()',
  domain: [fullRank],
  forward: ([A]) => {
    const f = singularFactor(A, 'nuclearNorm', (choice) => signOfNonzero(choice, 'nuclearNorm'));
    return { y: totals(f.s), f };
  },
  latex: (A) => `\\|${A}\\|_{*}`,
  derived: (A) => `\\operatorname{polar}(${A})`,
  words: { inner: special.inner, scale: special.scale, spectral: special.spectral },
  rule: ({ inner, scale, spectral }) => ({
    jvp: ({ f }, dA) => inner(spectral(f), dA),
    vjp: ({ f }, ybar) => [scale(ybar, spectral(f))],
  }),
  flops: '20mn^2',
  source: 'Watson 1992',
});
