import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { toNested } from '../src/array.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

// Functions that are composed of identities have no record to derive tests from: here they are one by one.
const next = uniform(31);
const random = (...shape: number[]) => randomArray(next, shape);
const positive = (...shape: number[]) => m.add(random(...shape), 2);
const spd = (n: number): NdArray => {
  const A = random(n, n);
  return m.add(m.matmul(A, m.transpose(A)), m.diag(Array.from({ length: n }, () => 1)));
};
const { real } = m.domain;
const definite = m.domain.spd;

const cases: Record<string, [f: (...x: NdArray[]) => NdArray, x: NdArray[], domain?: m.Domain[]]> = {
  logsumexp: [(x) => m.logsumexp(x), [random(3, 2)]],
  'logsumexp along an axis': [(x) => m.logsumexp(x, 0), [random(3, 2)]],
  softmax: [(x) => m.softmax(x), [random(2, 3)]],
  logSoftmax: [(x) => m.logSoftmax(x, 0), [random(2, 3)]],
  slice: [(x) => m.slice(x, 1, 3, 1), [random(2, 3, 2)]],
  concat: [(x, y) => m.concat([x, y, x], 1), [random(2, 3), random(2, 1)]],
  block: [
    (A, B) =>
      m.block([
        [A, B],
        [B, A],
      ]),
    [random(2, 2), random(2, 2)],
  ],
  mean: [(x) => m.mean(x, [0, -1]), [random(2, 3, 2)]],
  max: [(x) => m.max(x, 1), [random(2, 3)]],
  min: [(x) => m.min(x), [random(2, 3)]],
  norm1: [m.norm1, [positive(2, 3)]],
  normInf: [m.normInf, [random(2, 3)]],
  sumsq: [(x) => m.sumsq(x, 0), [random(2, 3)]],
  divide: [m.divide, [random(2, 3), positive(3)]],
  power: [m.power, [positive(2, 3), random(3)]],
  prod: [(x) => m.prod(x, 1), [random(2, 5)]],
  'prod with a zero': [(x) => m.prod(x), [m.array([0, 2, 1, 3, 4])]],
  cumsum: [(x) => m.cumsum(x, 0), [random(5, 2)]],
  'cumprod with a zero': [(x) => m.cumprod(x), [m.array([2, 0, 3, 1, 4])]],
  outer: [m.outer, [random(2), random(3)]],
  khatriRao: [m.khatriRao, [random(2, 3), random(2, 3)]],
  cross: [m.cross, [random(3), random(2, 3)]],
  toeplitz: [(c, r) => m.toeplitz(c, r), [random(3), random(2)]],
  unvec: [(x) => m.unvec(x, 2, 3), [random(6)]],
  commute: [(x) => m.commute(x, 2, 3), [random(6)]],
  normalize: [m.normalize, [random(3)]],
  cosineSimilarity: [m.cosineSimilarity, [random(3), random(3)]],
  squaredDistances: [m.squaredDistances, [random(2, 3), random(3, 3)]],
  rayleighQuotient: [m.rayleighQuotient, [random(3), random(3, 3)]],
  mahalanobis: [m.mahalanobis, [random(3), random(3), spd(3)], [real, real, definite]],
  gaussianLogDensity: [m.gaussianLogDensity, [random(3), random(3), spd(3)], [real, real, definite]],
  gaussianFromPrecision: [m.gaussianFromPrecision, [random(3), random(3), spd(3)], [real, real, definite]],
  gaussianFromCholesky: [
    m.gaussianFromCholesky,
    [random(3), random(3), m.cholesky(spd(3))],
    [real, real, m.domain.lower],
  ],
  gaussianDivergence: [
    m.gaussianDivergence,
    [random(2), spd(2), random(2), spd(2)],
    [real, definite, real, definite],
  ],
  buresDistance: [m.buresDistance, [spd(3), spd(3)], [definite, definite]],
  charpoly: [m.charpoly, [random(3, 3)]],
};

test.each(Object.entries(cases))(
  '%s differentiates rightly, twice, in every nesting',
  (_, [f, x, domain]) => {
    checkGrads(f, x, { domain: domain ?? x.map(() => real) });
  },
);

describe('values', () => {
  const close = (y: NdArray, wanted: NdArray | number) =>
    expect(toNested(m.normInf(m.sub(y, wanted)))).toBeLessThan(1e-13);

  test('of large and small exponents', () => {
    expect(toNested(m.logsumexp([[-1e4, -1e4]], 1))).toEqual([-1e4 + Math.log(2)]);
    expect(toNested(m.softmax([1e4, 0]))).toEqual([1, 0]);
    expect(toNested(m.grad((x) => m.logsumexp(x))([1e300, 0]))).toEqual([1, 0]);
    expect(String(m.logsumexp(m.symbol('x')))).toBe('\\log(\\langle 1, \\exp(x) \\rangle)');
  });

  test('of products and sums so far', () => {
    expect(toNested(m.cumsum([[1], [2], [3]], 0))).toEqual([[1], [3], [6]]);
    expect(toNested(m.cumprod([2, 3, 4, 5, 6]))).toEqual([2, 6, 24, 120, 720]);
    expect(toNested(m.prod([]))).toBe(1);
    expect(
      toNested(
        m.prod(
          [
            [2, 3, 4],
            [5, 6, 7],
          ],
          -1,
        ),
      ),
    ).toEqual([24, 210]);
    expect(toNested(m.cumsum([]))).toEqual([]);
    expect(toNested(m.hessian((x) => m.prod(x))([0, 0, 3]))).toEqual([
      [0, 3, 0],
      [3, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('of the laws of vec', () => {
    const [A, X, B] = [random(2, 3), random(3, 2), random(2, 4)];
    close(m.vec(m.matmul(m.matmul(A, X), B)), m.matmul(m.kron(m.transpose(B), A), m.vec(X)));
    close(m.rvec(m.matmul(m.matmul(A, X), B)), m.matmul(m.kron(A, m.transpose(B)), m.rvec(X)));
    close(m.commute(m.vec(A), 2, 3), m.vec(m.transpose(A)));
    close(m.unvec(m.vec(A), 2, 3), A);
    const d = random(3);
    close(m.vec(m.matmul(A, m.matmul(m.diag(d), X))), m.matmul(m.khatriRao(m.transpose(X), A), d));
  });

  test('of Gaussians agree in covariance, precision and Cholesky form', () => {
    const [x, mean, S] = [random(3), random(3), spd(3)];
    const y = m.gaussianLogDensity(x, mean, S);
    close(m.gaussianFromPrecision(x, mean, m.inv(S)), y);
    close(m.gaussianFromCholesky(x, mean, m.cholesky(S)), y);
    const r = m.sub(x, mean);
    close(m.mahalanobis(x, mean, S), m.sqrt(m.inverseQuadraticForm(r, S)));
    close(m.gaussianDivergence(x, S, x, S), 0);
  });

  test('of the Bures distance by its definition', () => {
    const [A, B] = [spd(3), spd(3)];
    const root = m.symmetricFunction(A, 'sqrt');
    const middle = m.symmetricFunction(m.matmul(root, m.matmul(B, root)), 'sqrt');
    close(m.buresDistance(A, B), m.trace(m.sub(m.add(A, B), m.scale(2, middle))));
  });

  test('of the characteristic polynomial: Cayley and Hamilton', () => {
    const A = random(4, 4);
    const c = m.charpoly(A);
    const terms = [0, 1, 2, 3, 4].map((k) => m.scale(m.take(c, k), m.matrixPower(A, 4 - k)));
    close(
      terms.reduce((sum, term) => m.add(sum, term)),
      0,
    );
  });
});

test.each([
  [() => m.slice([1, 2], 1, 3), 'SHAPE'],
  [() => m.slice([1, 2], -1, 1), 'SHAPE'],
  [() => m.concat([]), 'SHAPE'],
  [() => m.concat([[1], [[1]]]), 'SHAPE'],
  [() => m.max([]), 'DOMAIN'],
  [() => m.khatriRao([[1, 2]], [[1]]), 'SHAPE'],
  [() => m.cross([1, 2], [1, 2]), 'SHAPE'],
  [() => m.toeplitz(1), 'SHAPE'],
  [() => m.unvec([1, 2, 3], 2, 2), 'SHAPE'],
  [() => m.squaredDistances([[1]], [[1, 2]]), 'SHAPE'],
  [() => m.charpoly([[1, 2]]), 'SHAPE'],
  [() => m.sum([1], 1), 'SHAPE'],
])('%s is refused with %s', (call, code) => {
  expect(call).toThrow(expect.objectContaining({ code }));
});
