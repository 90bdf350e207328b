import type { Term } from '../algebra.ts';
import { defineIdentity } from '../define/define.ts';
import { spd, symmetric } from '../define/domain.ts';
import * as special from '../define/special.ts';
import { wordRule } from '../define/wordRule.ts';
import { functionFactor, type SymmetricFunction } from '../factor/spectral/functionFactor.ts';

// Of any number of directions E_1, …, E_k: differentiating in A appends one, differentiating in E_i replaces it. The
// form ⟨D^k f(A)[E_1, …, E_k], Y⟩ is symmetric in all of E_1, …, E_k and Y, so adjoints put the cotangent in their place.
export const symmetricFunctionDerivativeRule = /* @__PURE__ */ wordRule<'(n,n),(n,n)->(n,n)'>(
  ({ add, spectral }) => ({
    jvp: ({ x: [, ...E], f }, dA, ...dE) =>
      dE.map((d, i) => spectral(f, ...E.with(i, d))).reduce(add, spectral(f, ...E, dA)),
    vjp: ({ x: [, ...E], f }, Ybar) =>
      [spectral(f, ...E, Ybar), ...E.map((_, i) => spectral(f, ...E.with(i, Ybar)))] as [Term, Term],
  }),
);

/**
 * Derivative of a function of a symmetric matrix in a symmetric direction: its Fréchet derivative.
 *
 * @param A n×n symmetric matrix, taken as (A+Aᵀ)/2; positive definite for all functions but exp
 * @param E n×n direction, taken as (E+Eᵀ)/2
 * @param name 'exp', 'log', 'sqrt', 'inv' or 'pow'
 * @param p the exponent of 'pow'
 * @returns L n×n with f(A + tE) = f(A) + t·L + O(t²)
 * @throws {ShapeError} if the matrices are not square and of one size
 * @throws {DomainError} if there is no function of that name
 * @throws {NotSymmetricError} if ‖A-Aᵀ‖ > √ε·‖A‖
 * @throws {NotPositiveDefiniteError} if the function wants a positive definite matrix and A is not
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(symmetricFunctionDerivative([[1, 0], [0, 1]], [[2, 1], [1, 0]], 'log')) //=> [[2, 1], [1, 0]]
 * @flops 18n^3
 * @source Daleckii & Krein 1965; Higham 2008, §3.2
 */
export const symmetricFunctionDerivative = /* @__PURE__ */ defineIdentity<
  '(n,n),(n,n)->(n,n)',
  [name: SymmetricFunction, p?: number]
>({
  name: 'symmetricFunctionDerivative',
  signature: '(n,n),(n,n)->(n,n)',
  domain: [spd, symmetric],
  fails: [{ on: 'asymmetric', throws: 'NOT_SYMMETRIC' }],
  forward: ([A, E], [name, p]) => {
    const f = functionFactor(A, name, p);
    return { y: f.spectral([E]), f };
  },
  latex: (A, E) => `\\mathrm{D}\\!f(${A})[${E}]`,
  words: { spectral: special.spectral, add: special.add },
  rule: symmetricFunctionDerivativeRule,
  examples: [{ options: ['log'] }, { options: ['exp'] }, { options: ['sqrt'] }, { options: ['pow', 1.5] }],
});
