import type { Algebra, Elementwise, Factored, Term } from '../algebra.ts';
import { besselJ as besselJOf, besselY as besselYOf } from '../kernel/special/bessel.ts';
import {
  besselIScaled as besselIeOf,
  besselI as besselIOf,
  besselKScaled as besselKeOf,
  besselK as besselKOf,
} from '../kernel/special/besselModified.ts';
import { besselSpherical } from '../kernel/special/besselSpherical.ts';
import { sinPi } from '../kernel/special/gamma.ts';
import { sign } from './functions.ts';

type Words = Algebra<Term, Factored>;

/** Half of f_(n-1) and f_(n+1) together. */
const mean = (
  { fill, had, map }: Words,
  X: Term,
  f: Elementwise,
  n: number,
  join: (a: Term, b: Term) => Term,
) => had(fill(X, 0.5), join(map(X, f, n - 1), map(X, f, n + 1)));

export const besselJ: Elementwise = {
  name: 'besselJ',
  value: (x, n) => besselJOf(n, x),
  latex: (x, n) => `J_{${n}}(${x})`,
  derivative: (k, X, _, n) => mean(k, X, besselJ, n, k.sub),
};
export const besselY: Elementwise = {
  name: 'besselY',
  value: (x, n) => besselYOf(n, x),
  latex: (x, n) => `Y_{${n}}(${x})`,
  derivative: (k, X, _, n) => mean(k, X, besselY, n, k.sub),
};
export const besselI: Elementwise = {
  name: 'besselI',
  value: (x, n) => besselIOf(n, x),
  latex: (x, n) => `I_{${n}}(${x})`,
  derivative: (k, X, _, n) => mean(k, X, besselI, n, k.add),
};
export const besselK: Elementwise = {
  name: 'besselK',
  value: (x, n) => besselKOf(n, x),
  latex: (x, n) => `K_{${n}}(${x})`,
  derivative: (k, X, _, n) => k.neg(mean(k, X, besselK, n, k.add)),
};
export const besselIe: Elementwise = {
  name: 'besselIe',
  value: (x, n) => besselIeOf(n, x),
  latex: (x, n) => `e^{-|${x}|} I_{${n}}(${x})`,
  derivative: (k, X, Y, n) => k.sub(mean(k, X, besselIe, n, k.add), k.had(k.map(X, sign), Y)),
};
export const besselKe: Elementwise = {
  name: 'besselKe',
  value: (x, n) => besselKeOf(n, x),
  latex: (x, n) => `e^{${x}} K_{${n}}(${x})`,
  derivative: (k, X, Y, n) => k.sub(Y, mean(k, X, besselKe, n, k.add)),
};
export const sphericalBesselJ: Elementwise = {
  name: 'sphericalBesselJ',
  value: (x, n) => besselSpherical(n, x),
  latex: (x, n) => `j_{${n}}(${x})`,
  // (2n+1)·j_n′ = n·j_(n-1) - (n+1)·j_(n+1).
  derivative: ({ fill, had, map, sub }, X, _, n) => {
    const part = (c: number, order: number) => had(fill(X, c / (2 * n + 1)), map(X, sphericalBesselJ, order));
    return n === 0 ? part(-1, 1) : sub(part(n, n - 1), part(n + 1, n + 1));
  },
};
export const sinc: Elementwise = {
  name: 'sinc',
  value: (x) => (x === 0 ? 1 : sinPi(x) / x / Math.PI),
  latex: (x) => `\\operatorname{sinc}(${x})`,
  // sinc x = j_0(πx).
  derivative: ({ fill, had, map }, X) =>
    had(fill(X, -Math.PI), map(had(fill(X, Math.PI), X), sphericalBesselJ, 1)),
};
