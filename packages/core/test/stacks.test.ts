import { expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(83);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const positive = (...shape: number[]): NdArray => m.add(random(...shape), 1.5);
const spd = (...shape: number[]): NdArray => m.add(m.gram(random(...shape)), m.eye(3));
const regular = (...shape: number[]): NdArray => m.add(random(...shape), m.scale(3, m.eye(3)));

// As many members as vectors have entries, so that a stack that is taken for a matrix still fits.
const [x, y, X, A, S] = [random(3), random(3), random(3, 3), regular(3, 3), spd(3, 3)];
const [v, As, Ss, B] = [random(3, 3), regular(3, 3, 3), spd(3, 3, 3), random(3, 2)];
const [tall, weights, right, w] = [random(4, 3), positive(4, 4), random(4, 2), positive(3)];
const [b, below, above] = [random(4), random(2), random(2)];

const cases: Record<string, readonly [f: (Z: NdArray) => NdArray, stack: NdArray]> = {
  'rayleighQuotient of vectors': [(z) => m.rayleighQuotient(z, A), v],
  'rayleighQuotient of vectors and two matrices': [(z) => m.rayleighQuotient(z, A, S), v],
  'rayleighQuotient of matrices': [(Z) => m.rayleighQuotient(x, Z), As],
  'rayleighQuotient of second matrices': [(Z) => m.rayleighQuotient(x, A, Z), Ss],
  'quadraticForm of vectors': [(z) => m.quadraticForm(z, A), v],
  'inverseQuadraticForm of vectors': [(z) => m.inverseQuadraticForm(z, A), v],
  'inverseQuadraticForm of matrices': [(Z) => m.inverseQuadraticForm(x, Z), As],
  'detUpdate of matrices': [(Z) => m.detUpdate(Z, x, y), As],
  'detUpdate of vectors': [(z) => m.detUpdate(A, z, y), v],
  'shermanMorrison of matrices': [(Z) => m.shermanMorrison(Z, x, y, B), As],
  'shermanMorrison of vectors': [(z) => m.shermanMorrison(A, z, y, B), v],
  'woodbury of C': [(Z) => m.woodbury(A, X, Z, S, B), As],
  'weightedLstsq of matrices': [(Z) => m.weightedLstsq(Z, x, w), As],
  'weightedLstsq of weights': [(w) => m.weightedLstsq(tall, b, w), weights],
  'weightedLstsq of weights and columns': [(w) => m.weightedLstsq(tall, right, w), weights],
  'ridge of dampings': [(c) => m.ridge(A, x, c), positive(3)],
  'dampedInv of dampings': [(c) => m.dampedInv(A, c), positive(3)],
  'leastSquaresResidual of matrices': [(Z) => m.leastSquaresResidual(Z, b), random(3, 4, 3)],
  'mahalanobis of points': [(z) => m.mahalanobis(z, y, S), v],
  'gaussianLogDensity of points': [(z) => m.gaussianLogDensity(z, y, S), v],
  'gaussianProcess of observations': [(z) => m.gaussianProcess(z, S, 0.5), v],
  'gaussianProcess of noises': [(c) => m.gaussianProcess(x, S, c), positive(3)],
  'eighTridiagonal of diagonals': [(d) => m.eighTridiagonal(d, below)[0], v],
  'solveTridiagonal of diagonals': [(d) => m.solveTridiagonal(below, m.add(d, 5), above, X), v],
  'fractionalPower of exponents': [(p) => m.fractionalPower(S, p), positive(3)],
  covariance: [(Z) => m.covariance(Z), random(3, 5, 3)],
  squaredDistances: [(Z) => m.squaredDistances(Z, X), random(3, 4, 3)],
};

test.each(Object.entries(cases))('%s: a stack gives what its members give, gradients too', (_, [f, Z]) => {
  const members = Array.from({ length: Z.shape[0] }, (_, i) => m.take(Z, i));
  const near = (got: NdArray, wanted: readonly NdArray[]) => {
    const all = m.stack(wanted);
    expect(got.shape).toEqual(all.shape);
    expect(m.normInf(m.sub(got, all)).data[0]).toBeLessThanOrEqual(
      1e-12 * (1 + (m.normInf(all).data[0] ?? 0)),
    );
  };
  near(f(Z), members.map(f));
  const total = (z: NdArray) => m.sum(m.sin(f(z)));
  near(
    m.grad(total)(Z),
    members.map((z) => m.grad(total)(z)),
  );
});
