import { defineIdentity } from '../define/define.ts';
import { real, spd } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { cholesky } from '../factor/cholesky/cholesky.ts';
import { add, scale, sub } from '../interpret/float64/elementwise.ts';
import { inner } from '../interpret/float64/products.ts';

/**
 * Logarithm of the Gaussian density with a covariance.
 *
 * Vectors with leading axes are a stack: `x` of shape [N, n] gives N values, by one factorisation of the covariance.
 *
 * @param x vector of n entries
 * @param mean vector of n entries
 * @param S n×n covariance, symmetric positive definite, taken as (S+Sᵀ)/2
 * @returns y = -½(x-mean)ᵀS⁻¹(x-mean) - ½ log det S - (n/2) log 2π, a scalar
 * @throws {ShapeError} if the sizes differ
 * @throws {NotSymmetricError} if ‖S-Sᵀ‖ > √ε·‖S‖
 * @throws {NotPositiveDefiniteError} if S is not positive definite
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(gaussianLogDensity([0], [0], [[1]])) //=> -0.9189385332046727
 * toNested(gaussianLogDensity([[0], [1]], [0], [[1]])) //=> [-0.9189385332046727, -1.4189385332046727]
 * @flops n^3/3
 * @source Petersen & Pedersen 2012, §8.1
 */
export const gaussianLogDensity = /* @__PURE__ */ defineIdentity({
  name: 'gaussianLogDensity',
  signature: '(n),(n),(n,n)->()',
  domain: [real, real, spd],
  forward: ([x, mean, S]) => {
    const f = cholesky(S, 'gaussianLogDensity');
    const r = sub(x, mean);
    const n = S.shape[S.shape.length - 1];
    const shift = { shape: [], data: Float64Array.of(n * Math.log(2 * Math.PI)) };
    return { y: scale(-0.5, add(add(inner(r, f.solve(r)), f.logdet()), shift)), f };
  },
  latex: (x, mean, S) => `\\log \\mathcal{N}(${x};\\, ${mean},\\, ${S})`,
  factors: ({ 2: S }) => [S],
  words: {
    eye: special.eye,
    inner: special.inner,
    ldiv: special.ldiv,
    scale: special.scale,
    sub: special.sub,
    trace: special.trace,
  },
  // With a = S⁻¹(x - mean): dy = -⟨a, dx - dmean⟩ + ½⟨a·aᵀ - S⁻¹, dS⟩.
  rule: ({ eye, inner, ldiv, mul, neg, scale, sub, t, trace }) => ({
    jvp: ({ x: [x, mean], f }, dx, dmean, dS) => {
      const a = ldiv(f, sub(x, mean));
      const spread = sub(inner(a, mul(dS, a)), trace(ldiv(f, dS)));
      return sub(scale(0.5, spread), inner(a, sub(dx, dmean)));
    },
    vjp: ({ x: [x, mean, S], f }, ybar) => {
      const a = ldiv(f, sub(x, mean));
      const meanbar = scale(ybar, a);
      const Sbar = scale(0.5, sub(mul(meanbar, t(a)), scale(ybar, ldiv(f, eye(S)))));
      return [neg(meanbar), meanbar, Sbar];
    },
  }),
});
