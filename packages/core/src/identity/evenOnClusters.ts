import { defineIdentity } from '../define/define.ts';
import { ascending, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';

export const evenOnClustersRule = /* @__PURE__ */ wordRule<'(n),(n)->(n)'>(({ even, fill }) => ({
  jvp: ({ f }, _dw, dd) => even(f, dd),
  vjp: ({ x: [w], f }, ybar) => [fill(w, 0), even(f, ybar)],
}));

/**
 * A vector that must be constant where eigenvalues coincide, as derivatives in eigenvalues must.
 *
 * @param w vector of n ascending values
 * @param d vector of n entries
 * @returns y with the entries of d
 * @throws {ShapeError} if the sizes differ
 * @throws {DegenerateError} if d is not constant on values that coincide
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(evenOnClusters([1, 1, 2], [5, 5, 7])) //=> [5, 5, 7]
 * @flops n
 * @source Lewis 1996: symmetric functions of eigenvalues
 */
export const evenOnClusters = /* @__PURE__ */ defineIdentity({
  name: 'evenOnClusters',
  signature: '(n),(n)->(n)',
  domain: [ascending, real],
  forward: ([w, d]) => {
    const f = gapFactor(w, 'evenOnClusters');
    return { y: f.even(d), f };
  },
  latex: (_, d) => d,
  words: { even: special.even },
  rule: evenOnClustersRule,
});
