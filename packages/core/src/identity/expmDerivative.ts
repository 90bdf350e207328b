import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { real, square } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { expm } from '../factor/expm/expm.ts';
import { frechetFactor } from '../factor/expm/frechetFactor.ts';

// Of any number of directions, as for symmetric matrices; tr(Y·D^k f(A)[E_1, …, E_k]) is symmetric in Y and all E_i,
// so adjoints put the transposed cotangent in their place and transpose the result.
export const expmDerivativeRule = /* @__PURE__ */ wordRule<'(n,n),(n,n)->(n,n)'>(({ add, frechet, t }) => ({
  jvp: ({ x: [, ...E], f }, dA, ...dE) =>
    dE.map((d, i) => frechet(f, ...E.with(i, d))).reduce(add, frechet(f, ...E, dA)),
  vjp: ({ x: [, ...E], f }, Ybar) =>
    [t(frechet(f, ...E, t(Ybar))), ...E.map((_, i) => t(frechet(f, ...E.with(i, t(Ybar)))))] as [Term, Term],
}));

/**
 * Derivative of the matrix exponential in a direction: its Fréchet derivative.
 *
 * @param A n×n matrix
 * @param E n×n direction
 * @returns L n×n with e^(A + tE) = e^A + t·L + O(t²)
 * @throws {ShapeError} if the matrices are not square and of one size
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(expmDerivative([[0, 0], [0, 0]], [[1, 2], [3, 4]])) //=> [[1, 2], [3, 4]]
 * @flops 90n^3
 * @source Al-Mohy & Higham 2009; Higham 2008, §3.2
 */
export const expmDerivative = /* @__PURE__ */ defineIdentity({
  name: 'expmDerivative',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [square, real],
  forward: ([A, E]) => {
    const f = expm(A, 'expmDerivative');
    return { y: f.frechet(E), f: frechetFactor(A, f) };
  },
  latex: (A, E) => `\\mathrm{D}\\!\\exp(${A})[${E}]`,
  words: { frechet: special.frechet, add: special.add },
  rule: expmDerivativeRule,
});
