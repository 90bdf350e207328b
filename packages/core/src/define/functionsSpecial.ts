import type { Elementwise } from '../algebra.ts';
import { erfc as erfcOf, erfinv as erfinvOf, erf as erfOf } from '../kernel/special/erf.ts';
import { gamma as gammaOf, lgamma as lgammaOf } from '../kernel/special/gamma.ts';
import { digamma as digammaOf, polygamma as polygammaOf } from '../kernel/special/polygamma.ts';
import { exp } from './functions.ts';

const named = (name: string) => (x: string) => `\\operatorname{${name}}(${x})`;

/** c·exp(±X²). */
const gaussian =
  (c: number, sign: 1 | -1): Elementwise['derivative'] =>
  ({ fill, had, map, neg }, X, Y) =>
    had(fill(X, c), map(sign < 0 ? neg(had(X, X)) : had(Y, Y), exp));

export const erf: Elementwise = {
  name: 'erf',
  value: erfOf,
  latex: named('erf'),
  derivative: gaussian(2 / Math.sqrt(Math.PI), -1),
};
export const erfc: Elementwise = {
  name: 'erfc',
  value: erfcOf,
  latex: named('erfc'),
  derivative: gaussian(-2 / Math.sqrt(Math.PI), -1),
};
export const erfinv: Elementwise = {
  name: 'erfinv',
  value: erfinvOf,
  latex: (x) => `\\operatorname{erf}^{-1}(${x})`,
  derivative: gaussian(Math.sqrt(Math.PI) / 2, 1),
};
export const gamma: Elementwise = {
  name: 'gamma',
  value: gammaOf,
  latex: (x) => `\\Gamma(${x})`,
  derivative: ({ had, map }, X, Y) => had(Y, map(X, digamma)),
};
export const lgamma: Elementwise = {
  name: 'lgamma',
  value: lgammaOf,
  latex: (x) => `\\log|\\Gamma(${x})|`,
  derivative: ({ map }, X) => map(X, digamma),
};
export const digamma: Elementwise = {
  name: 'digamma',
  value: digammaOf,
  latex: (x) => `\\psi(${x})`,
  derivative: ({ map }, X) => map(X, polygamma, 1),
};
export const polygamma: Elementwise = {
  name: 'polygamma',
  value: (x, n) => polygammaOf(n, x),
  latex: (x, n) => `\\psi^{(${n})}(${x})`,
  derivative: ({ map }, X, _, n) => map(X, polygamma, n + 1),
};
