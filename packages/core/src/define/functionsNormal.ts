import type { Elementwise } from '../algebra.ts';
import { erfcIntegral as erfcIntegralOf } from '../kernel/special/erfcx.ts';
import { expIntegral as expIntegralOf } from '../kernel/special/expIntegral.ts';
import {
  logNormalCdf as logNormalCdfOf,
  normalHazard as normalHazardOf,
  normalQuantile as normalQuantileOf,
  normalRatio as normalRatioOf,
} from '../kernel/special/normal.ts';
import { exp, log, reciprocal } from './functions.ts';

const named = (name: string) => (x: string) => `\\operatorname{${name}}(${x})`;

/** e^(x²) times the integral of erfc from x on, repeated n times: its derivative, 2x·E_n - E_(n-1), has no difference in it. */
export const erfcIntegral: Elementwise = {
  name: 'erfcIntegral',
  value: (x, n) => erfcIntegralOf(n, x),
  latex: (x, n) => `e^{${x}^2} \\operatorname{i}^{${n}}\\operatorname{erfc}(${x})`,
  derivative: ({ fill, had, map }, X, _, n) => had(fill(X, -2 * (n + 1)), map(X, erfcIntegral, n + 1)),
};
export const erfcx: Elementwise = {
  name: 'erfcx',
  value: (x) => erfcIntegralOf(0, x),
  latex: named('erfcx'),
  derivative: ({ fill, had, map }, X) => had(fill(X, -2), map(X, erfcIntegral, 1)),
};
/** E_n/E_(n-1) of the function above at -x/√2. */
const normalRatio: Elementwise = {
  name: 'normalRatio',
  value: (x, n) => normalRatioOf(n, x),
  latex: (x, n) => `r_{${n}}(${x})`,
  derivative: ({ fill, had, map, sub }, X, Y, n) => {
    const change = sub(had(fill(X, n + 1), map(X, normalRatio, n + 1)), had(fill(X, n), Y));
    return had(fill(X, Math.SQRT2), had(Y, change));
  },
};
/** h = Φ′/Φ, and h′ = -h·(x + h) with x + h = √2·r_1. */
const normalHazard: Elementwise = {
  name: 'normalHazard',
  value: normalHazardOf,
  latex: (x) => `\\tfrac{\\Phi'}{\\Phi}(${x})`,
  derivative: ({ fill, had, map }, X, Y) => had(fill(X, -Math.SQRT2), had(Y, map(X, normalRatio, 1))),
};
export const logNormalCdf: Elementwise = {
  name: 'logNormalCdf',
  value: logNormalCdfOf,
  latex: (x) => `\\log\\Phi(${x})`,
  derivative: ({ map }, X) => map(X, normalHazard),
};
export const normalQuantile: Elementwise = {
  name: 'normalQuantile',
  value: normalQuantileOf,
  latex: (x) => `\\Phi^{-1}(${x})`,
  derivative: ({ fill, had, map }, X, Y) =>
    had(fill(X, Math.sqrt(2 * Math.PI)), map(had(fill(X, 0.5), had(Y, Y)), exp)),
};
export const expIntegral: Elementwise = {
  name: 'expIntegral',
  value: (x, n) => expIntegralOf(n, x),
  latex: (x, n) => `E_{${n}}(${x})`,
  derivative: ({ map, neg }, X, _, n) => neg(map(X, expIntegral, n - 1)),
};
export const logit: Elementwise = {
  name: 'logit',
  // Near ½ the quotient is near 1.
  value: (x) => (x > 0.25 && x < 0.75 ? Math.log1p((2 * x - 1) / (1 - x)) : Math.log(x) - Math.log1p(-x)),
  latex: named('logit'),
  derivative: ({ fill, had, map, sub }, X) => map(had(X, sub(fill(X, 1), X)), reciprocal),
};
export const entr: Elementwise = {
  name: 'entr',
  value: (x) => (x === 0 ? 0 : -x * Math.log(x)),
  latex: named('entr'),
  derivative: ({ fill, map, sub }, X) => sub(fill(X, -1), map(X, log)),
};
