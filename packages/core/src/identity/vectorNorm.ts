import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { direction } from '../define/direction.ts';
import { nonzero } from '../define/domain.ts';
import { signedPower } from '../define/functions.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';

/** (Σ|x_i|^p)^(1/p) of each column, scaled by the entry that counts most: no power of it over- or underflows. */
function powerNorm({ shape, data }: NdArray, p: number): NdArray {
  const n = shape[shape.length - 2];
  const choose = p > 0 ? Math.max : Math.min;
  const y = new Float64Array(shape.slice(0, -2).reduce((product, d) => product * d, 1));
  for (let i = 0; i < y.length && n > 0; i++) {
    const x = data.subarray(i * n, (i + 1) * n).map(Math.abs);
    const unit = x.reduce((best, a) => choose(best, a));
    if (unit > 0) y[i] = unit * x.reduce((sum, a) => sum + (a / unit) ** p, 0) ** (1 / p);
  }
  return { shape: shape.slice(0, -2), data: y };
}

/**
 * The p-norm of a vector, safe at every scale.
 *
 * @param x vector of n entries; leading axes are a stack
 * @param p the order, a number other than 0; for p < 1 the value is no norm
 * @returns y = (Σ |x_i|^p)^(1/p), a scalar; its derivative at x = 0 is 0 by convention
 * @throws {DomainError} if p is 0 or not finite
 * @throws {DomainError} from derivatives that do not exist, where an entry is 0
 * @throws {DegenerateError} from its second derivative, where x = 0
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(vectorNorm([1, 2, -2], 3)) //=> 2.5712815906582355
 * @flops 3n
 * @source chain rule; 0 at 0 as the least subgradient
 */
export const vectorNorm = /* @__PURE__ */ defineIdentity<'(n)->()', [p: number]>({
  name: 'vectorNorm',
  signature: '(n)->()',
  domain: [nonzero],
  check: (_, [p]) => {
    if (!Number.isFinite(p) || p === 0)
      throw new DomainError('vectorNorm', `expected an order other than 0, got ${p}`);
  },
  forward: ([x], [p]) => ({ y: powerNorm(x, p) }),
  latex: (x, p = 'p') => `\\|${x}\\|_{${p}}`,
  words: { had: special.had, inner: special.inner, map: special.map, scale: special.scale },
  // Entries of x/y have powers in range.
  rule: (k) => ({
    jvp: ({ x: [x], y, o: [p] }, dx) => k.inner(k.map(direction(k, x, y), signedPower, p - 1), dx),
    vjp: ({ x: [x], y, o: [p] }, ybar) => [k.scale(ybar, k.map(direction(k, x, y), signedPower, p - 1))],
  }),
  examples: [{ options: [3] }, { options: [1] }, { options: [2.5] }, { options: [-1] }],
});
