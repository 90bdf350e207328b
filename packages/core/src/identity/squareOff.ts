import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { real } from '../define/domain.ts';
import { squared } from '../define/indexMaps.ts';
import * as special from '../define/special.ts';
import { gather as gatherPlain } from '../interpret/float64/indexing.ts';
import { rows } from '../interpret/float64/layout.ts';

/**
 * A tall or wide matrix made square by the missing columns or rows of the identity, as factors of rectangular matrices are.
 *
 * @flops 0
 * @source Hoog, Anderssen & Lukas 2011
 */
export const squareOff = /* @__PURE__ */ defineIdentity({
  name: 'squareOff',
  signature: '(m,n)->(k,k)',
  domain: [real],
  forward: ([A]) => {
    const [m, n] = A.shape.slice(-2);
    const y: NdArray = gatherPlain(A, squared);
    const k = rows(y);
    for (let p = 0; p < y.data.length; p++) {
      const i = Math.floor(p / k) % k;
      if (i === p % k && i >= Math.min(m, n)) y.data[p] = 1;
    }
    return { y };
  },
  latex: (A) => `\\hat{${A}}`,
  words: { gather: special.gather, scatter: special.scatter },
  rule: ({ gather, scatter }) => ({
    jvp: (_, dA) => gather(dA, squared),
    vjp: ({ x: [A] }, Ybar) => [scatter(Ybar, squared, A.shape)],
  }),
});
