import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import * as s from '../src/statistics.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(71);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);
const spd = (n: number): NdArray => m.add(m.gram(random(n, n)), m.eye(n));
const { real, spd: definite } = m.domain;
const close = (y: NdArray, wanted: NdArray | number, digits = 12) => {
  const gap = m.sub(y, wanted);
  expect(numbers(m.norm(m.reshape(gap, [gap.data.length])))).toBeLessThan(10 ** -digits);
};

describe('gaussianLogDensity', () => {
  test('takes points in stacks', () => {
    const [X, mean, S] = [random(7, 3), random(3), spd(3)];
    const each = m.stack(Array.from({ length: 7 }, (_, i) => s.gaussianLogDensity(m.take(X, i), mean, S)));
    close(s.gaussianLogDensity(X, mean, S), each);
    checkGrads(s.gaussianLogDensity, [random(2, 3), mean, S], { domain: [real, real, definite] });
    const batch = m.grad((Z) => m.sum(s.gaussianLogDensity(X, mean, Z)))(S);
    const R = m.sub(X, mean);
    const P = m.inv(S);
    close(batch, m.scale(0.5, m.sub(m.matmul(P, m.matmul(m.gram(R), P)), m.scale(7, P))), 10);
  });

  test('of a Gaussian process is that with noise on the diagonal', () => {
    const [y, K] = [random(4), spd(4)];
    close(
      s.gaussianProcess(y, K, 0.5),
      s.gaussianLogDensity(y, m.zeros(4), m.add(K, m.scale(0.5, m.eye(4)))),
    );
    checkGrads(s.gaussianProcess, [y, K, 0.5], { domain: [real, definite, real] });
  });
});

describe('vectors in stacks, as many as they have entries', () => {
  const [X, mean, S, fixed] = [random(3, 3), random(3), m.stack([spd(3), spd(3), spd(3)]), spd(3)];
  test.each<[string, (x: NdArray, S: NdArray) => NdArray]>([
    ['mahalanobis', (x, S) => s.mahalanobis(x, mean, S)],
    ['gaussianFromPrecision', (x, S) => s.gaussianFromPrecision(x, mean, S)],
    ['gaussianFromCholesky', (x, S) => s.gaussianFromCholesky(x, mean, m.cholesky(S))],
    ['gaussianDivergence', (x, S) => s.gaussianDivergence(x, S, mean, fixed)],
  ])('%s', (_, f) => {
    const one = m.take(S, 0);
    const each = (g: (i: number) => NdArray) => m.stack([0, 1, 2].map(g));
    close(
      f(X, S),
      each((i) => f(m.take(X, i), m.take(S, i))),
    );
    close(
      f(X, one),
      each((i) => f(m.take(X, i), one)),
    );
    close(
      f(mean, S),
      each((i) => f(mean, m.take(S, i))),
    );
  });

  test('are of one size', () => {
    expect(() => s.mahalanobis([1], [1, 2], m.eye(2))).toThrow(m.ShapeError);
    expect(() => s.gaussianFromCholesky(1, 1, [[1]])).toThrow(m.ShapeError);
  });
});

describe('densities of matrices', () => {
  test('of Wishart integrate to one for n = 1: gamma densities', () => {
    let total = 0;
    let inverse = 0;
    const h = 0.01;
    for (let x = h / 2; x < 120; x += h) {
      total += h * Math.exp(s.wishartLogDensity([[x]], 3.5, [[1.7]]).data[0] as number);
      inverse += h * Math.exp(s.inverseWishartLogDensity([[x]], 8, [[1.7]]).data[0] as number);
    }
    expect(total).toBeCloseTo(1, 4);
    expect(inverse).toBeCloseTo(1, 4);
  });

  test('of Wishart and its inverse are one under inversion', () => {
    const [X, V] = [spd(3), spd(3)];
    // |d(X⁻¹)/dX| = |X|^-(n+1) on symmetric matrices.
    const there = m.sub(s.wishartLogDensity(X, 5.5, V), s.inverseWishartLogDensity(m.inv(X), 5.5, m.inv(V)));
    close(there, m.scale(-4, m.logdet(X)), 10);
  });

  test('differentiate, degrees of freedom too', () => {
    for (const f of [s.wishartLogDensity, s.inverseWishartLogDensity])
      checkGrads(f, [spd(3), 4.5, spd(3)], { domain: [definite, real, definite] });
    checkGrads(s.matrixNormalLogDensity, [random(3, 2), random(3, 2), spd(3), spd(2)], {
      domain: [real, real, definite, definite],
    });
    checkGrads(s.wishartLogDensity, [m.stack([spd(2), spd(2)]), m.array([3.5, 4]), spd(2)], {
      domain: [definite, real, definite],
      order: 1,
    });
  });

  test('of a matrix is that of its columns with the Kronecker product for a covariance', () => {
    const [X, M, U, V] = [random(3, 2), random(3, 2), spd(3), spd(2)];
    close(s.matrixNormalLogDensity(X, M, U, V), s.gaussianLogDensity(m.vec(X), m.vec(M), m.kron(V, U)));
  });
});

describe('samples', () => {
  test('covariance and correlation', () => {
    const X = random(6, 3);
    const S = s.covariance(X);
    const d = m.sqrt(m.diagPart(S));
    close(s.correlation(X), m.divide(S, m.outer(d, d)));
    close(m.diagPart(s.correlation(X)), m.ones(3), 14);
    close(s.covariance(X, 0), m.scale(5 / 6, S));
    checkGrads((Z) => s.covariance(Z), [X]);
    checkGrads(s.correlation, [X]);
    checkGrads(s.correlation, [m.stack([X, random(6, 3)])], { order: 1 });
    expect(() => s.covariance([[1, 2]])).toThrow(m.DomainError);
    expect(() => s.covariance(m.zeros(0, 2))).toThrow(m.DomainError);
    expect(() => s.covariance([1, 2])).toThrow(m.ShapeError);
    // The mean of three tenths is not a tenth: what is left is rounding, not variation.
    for (const constant of [1, 0.1, 1e150, 1e-150]) {
      const columns = m.array([1, 2, 4].map((x) => [x, constant]));
      expect(() => s.correlation(columns)).toThrow('correlation: expected variables that vary');
      expect(() => m.jacobian(s.correlation)(m.stack([columns, columns]))).toThrow(m.DomainError);
    }
    const near = [1, 2, 4].map((x) => [x, 1 + x * 1e-12]);
    expect(m.toNested(s.correlation(near))).toMatchObject([[expect.anything(), expect.closeTo(1, 3)], {}]);
  });
});

describe('entropies', () => {
  test('of Gaussians', () => {
    const S = spd(3);
    // -E log p = ½ tr(S⁻¹S) + …
    close(s.gaussianEntropy(S), m.add(m.neg(s.gaussianLogDensity(m.zeros(3), m.zeros(3), S)), 1.5));
    checkGrads(s.gaussianEntropy, [S], { domain: [definite] });
  });

  test('of density matrices, pure ones included', () => {
    expect(numbers(s.vonNeumannEntropy([[0.5, 0.5], [0.5, 0.5]]))).toBeCloseTo(0, 15);
    expect(numbers(s.vonNeumannEntropy(m.scale(1 / 3, m.eye(3))))).toBeCloseTo(Math.log(3), 14);
    expect(() => m.grad(s.vonNeumannEntropy)([[1, 0], [0, 0]])).toThrow(m.NotPositiveDefiniteError);
    expect(() => s.vonNeumannEntropy([[1, 0], [0, -1e-3]])).toThrow(m.NotPositiveDefiniteError);
    // To third order at a repeated eigenvalue.
    const third = (X: NdArray) => m.grad((Y) => m.inner(m.grad(s.vonNeumannEntropy)(Y), [[1, 2], [2, -1]]))(X);
    checkGrads(third, [m.eye(2)], { domain: [definite] });
  });
}); // biome-ignore format: matrices
