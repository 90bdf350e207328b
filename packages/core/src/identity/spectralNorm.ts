import { signOfLargest } from '../factor/spectral/groups.ts';
import { singularFactor } from '../factor/spectral/singularFactor.ts';
import { largest } from '../factor/spectral/totals.ts';
import { defineIdentity } from './define.ts';
import { graded } from './domain.ts';
import * as special from './special.ts';

/**
 * Spectral norm of a matrix: its largest singular value.
 *
 * @param A m×n matrix
 * @returns y = σ₁, a scalar; where it is repeated the gradient is shared equally
 * @throws {ShapeError} if A is no matrix
 * @throws {DegenerateError} from its second derivative, where the largest singular value is repeated
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(spectralNorm([[3, 0], [0, -4]])) //=> 4
 */
export const spectralNorm = /* @__PURE__ */ defineIdentity({
  name: 'spectralNorm',
  signature: '(m,n)->()',
  domain: [graded],
  forward: ([A]) => {
    const f = singularFactor(A, 'spectralNorm', (choice) => signOfLargest(choice, 'spectralNorm'));
    return { y: largest(f.s), f };
  },
  latex: (A) => `\\|${A}\\|_2`,
  derived: (A) => `\\operatorname{polar}_1(${A})`,
  words: { inner: special.inner, scale: special.scale, spectral: special.spectral },
  rule: ({ inner, scale, spectral }) => ({
    jvp: ({ f }, dA) => inner(spectral(f), dA),
    vjp: ({ f }, ybar) => [scale(ybar, spectral(f))],
  }),
  flops: '20mn^2',
  source: 'Watson 1992',
});
