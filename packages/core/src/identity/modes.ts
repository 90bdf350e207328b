import { defineIdentity } from '../define/define.ts';
import { square } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { modalFactor } from '../factor/eig/modalFactor.ts';
import { modes as compute } from '../factor/eig/modes.ts';

/**
 * The real modal form A = V·B·W with W = V⁻¹ and B of blocks [a] and [[a, b], [-b, a]], one for each eigenvalue or pair.
 *
 * Columns are determined but for what commutes with B, and the rule moves them as little as it can. It is exact for all that does
 * not depend on their scale, to any order; `eig` fixes the scale afterwards.
 * @flops 25n^3
 * @source Magnus & Neudecker 2019, §9.9
 */
export const modes = /* @__PURE__ */ defineIdentity({
  name: 'eig',
  signature: '(n,n)->(n,n),(n,n),(n,n)',
  domain: [square],
  forward: ([A]) => {
    const form = compute(A, 'eig');
    return { y: [form.B, form.V, form.W], f: modalFactor(A, form, 'eig') };
  },
  latex: (A) => `\\operatorname{eig}(${A})`,
  factors: (_, [B], { neg }) => [neg(B), B],
  words: {
    add: special.add,
    sub: special.sub,
    sylvester: special.sylvester,
    sylvesterT: special.sylvesterT,
  },
  // With M = W·dA·V = dB + K·B - B·K: K takes what does not commute with B, and dV = V·K, dW = -K·W.
  rule: ({ add, mul, neg, sub, sylvester, sylvesterT, t }) => ({
    jvp: ({ y: [B, V, W], f }, dA) => {
      const M = mul(W, dA, V);
      const K = sylvester(f, M);
      return [sub(M, sub(mul(K, B), mul(B, K))), mul(V, K), neg(mul(K, W))];
    },
    vjp: ({ y: [B, V, W], f }, [Bbar, Vbar, Wbar]) => {
      const H = sub(mul(t(V), Vbar), mul(Wbar, t(W)));
      const shear = sub(mul(Bbar, t(B)), mul(t(B), Bbar));
      return [mul(t(W), add(Bbar, sylvesterT(f, sub(H, shear))), t(V))];
    },
  }),
});
