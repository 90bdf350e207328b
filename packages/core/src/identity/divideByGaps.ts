import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { ascending, real } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { gapFactor } from '../factor/eigh/gapFactor.ts';

// Y_ij·(w_j - w_i) = M_ij: dY = gap(dM - Y ∘ (1·dwᵀ - dw·1ᵀ)).
export const divideByGapsRule = /* @__PURE__ */ wordRule<'(n),(n,n)->(n,n)'>(
  ({ fill, gap, had, mul, sub, t }) => ({
    jvp: ({ y: Y, f }, dw, dM) => {
      const one = fill(dw, 1);
      return gap(f, sub(dM, had(Y, sub(mul(one, t(dw)), mul(dw, t(one))))));
    },
    vjp: ({ x: [w], y: Y, f }, Ybar) => {
      const Mbar = gap(f, Ybar);
      const Z = had(Mbar, Y);
      const one: Term = fill(w, 1);
      return [sub(mul(Z, one), mul(t(Z), one)), Mbar];
    },
  }),
);

/**
 * Entries of a matrix divided by gaps between eigenvalues, as in derivatives of eigenvectors.
 *
 * @param w vector of n ascending values
 * @param M n×n matrix; where values coincide its entries must vanish
 * @returns Y n×n with Y_ij = M_ij/(w_j - w_i), 0 on the diagonal and where values coincide
 * @throws {ShapeError} if M is not square or w of another size
 * @throws {DegenerateError} if values coincide where M does not vanish
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(divideByGaps([1, 3], [[5, 4], [4, 5]])) //=> [[0, 2], [-2, 0]]
 * @flops n^2
 * @source Giles 2008, §3.1
 */
export const divideByGaps = /* @__PURE__ */ defineIdentity({
  name: 'divideByGaps',
  signature: '(n),(n,n)->(n,n)',
  domain: [ascending, real],
  forward: ([w, M]) => {
    const f = gapFactor(w, 'divideByGaps');
    return { y: f.gap(M), f };
  },
  latex: (_, M) => `F \\circ ${M}`,
  words: { gap: special.gap, had: special.had, sub: special.sub },
  rule: divideByGapsRule,
});
