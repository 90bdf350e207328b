import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { build, distance, eye, norm, ofRank, product, random, transposed } from '../../kernel/fixtures.ts';
import { qr } from '../qr/qr.ts';
import { leastSquares } from './leastSquares.ts';

const U = 2 ** -53;
const THRESHOLD = 30; // of LAPACK's tests
const matrix = (m: number, n: number, data: Float64Array): NdArray => ({ shape: [m, n], data });

/** Moore and Penrose's four equations, and that solve and residual agree with the pseudo-inverse. */
function expectSolved(m: number, n: number, A: Float64Array, rank: number, rtol?: number): void {
  const f = leastSquares(matrix(m, n, A), 'test', rtol);
  expect([...f.rank]).toEqual([rank]);
  const P = f.pinv();
  expect(P.shape).toEqual([n, m]);
  const condition = norm(A) * norm(P.data);
  const bound = THRESHOLD * Math.max(m, n) * U * Math.max(1, condition);
  const AP = product(m, m, n, A, P.data);
  const PA = product(n, n, m, P.data, A);
  expect(distance(AP, transposed(m, m, AP))).toBeLessThanOrEqual(bound);
  expect(distance(PA, transposed(n, n, PA))).toBeLessThanOrEqual(bound);
  expect(distance(product(m, n, m, AP, A), A)).toBeLessThanOrEqual(bound * norm(A));
  expect(distance(product(n, m, n, PA, P.data), P.data)).toBeLessThanOrEqual(bound * norm(P.data));
  const B = matrix(m, 2, random(2 * m, 9));
  const X = f.solve(B).data;
  expect(distance(X, product(n, 2, m, P.data, B.data))).toBeLessThanOrEqual(
    bound * norm(P.data) * norm(B.data),
  );
  const residual = f.residual(B).data;
  const AX = product(m, 2, n, A, X);
  expect(
    distance(
      residual,
      B.data.map((b, p) => b - AX[p]),
    ),
  ).toBeLessThanOrEqual(bound * norm(B.data));
  expect(norm(product(n, 2, m, transposed(m, n, A), residual))).toBeLessThanOrEqual(
    THRESHOLD * Math.max(m, n) * U * norm(A) * norm(B.data),
  );
}

describe.each([
  [1, 1, 1],
  [2, 2, 1],
  [3, 3, 3],
  [5, 3, 3],
  [3, 5, 3],
  [10, 10, 4],
  [12, 7, 3],
  [7, 12, 3],
  [33, 20, 20],
  [20, 33, 20],
  [40, 40, 13],
  [65, 10, 9],
  [10, 65, 9],
])('a %i×%i matrix of rank %i', (m, n, r) => {
  test('obeys the four equations', () =>
    expectSolved(m, n, product(m, n, r, random(m * r, m + 1), random(r * n, n + 2)), r));
});

test.each([1e150, 1e-150, 1e-300, 1e300])('pinv at scale %f', (c) => {
  for (const [m, n, r] of [
    [6, 4, 4],
    [4, 6, 4],
    [6, 5, 2],
  ]) {
    const A = product(m, n, r, random(m * r, 1), random(r * n, 2));
    const one = leastSquares(matrix(m, n, A), 'x').pinv().data;
    const f = leastSquares(
      matrix(
        m,
        n,
        A.map((x) => x * c),
      ),
      'x',
    );
    const bound = THRESHOLD * Math.max(m, n) * U * norm(A) * norm(one);
    expect(
      distance(
        f.pinv().data.map((x) => x * c),
        one,
      ),
    ).toBeLessThanOrEqual(bound * norm(one));
  }
});

test.each([2 ** 1021, 2 ** -1040])('right-hand sides at scale %f', (c) => {
  const [m, n] = [20, 6];
  const A = random(m * n, 4);
  const B = random(m * 2, 5).map((x) => Math.round(2 ** 20 * x) / 2 ** 20);
  const f = leastSquares(matrix(m, n, A), 'x');
  const g = qr(matrix(m, n, A), 'x');
  const large = matrix(
    m,
    2,
    B.map((x) => x * c),
  );
  for (const linear of [f.solve, f.residual, (b: NdArray) => g.solve(b), (b: NdArray) => g.applyQt(b)]) {
    const X = linear(matrix(m, 2, B)).data;
    expect(
      distance(
        linear(large).data.map((x) => x / c),
        X,
      ),
    ).toBeLessThan(c > 1 ? THRESHOLD * m * U * norm(X) : 1e-9 * norm(X));
  }
});

describe('special matrices', () => {
  test('zero: everything is zero but the residual', () => {
    const f = leastSquares(matrix(3, 2, new Float64Array(6)), 'x');
    expect([...f.rank]).toEqual([0]);
    expect(f.pinv().data).toEqual(new Float64Array(6));
    const B = matrix(3, 1, Float64Array.of(1, 2, 3));
    expect(f.solve(B).data).toEqual(new Float64Array(2));
    expect(distance(f.residual(B).data, B.data)).toBeLessThan(8 * U);
  });

  test('no rows, no columns', () => {
    expect(
      leastSquares(matrix(0, 3, new Float64Array(0)), 'x').solve(matrix(0, 2, new Float64Array(0))),
    ).toEqual(matrix(3, 2, new Float64Array(6)));
    expect(leastSquares(matrix(3, 0, new Float64Array(0)), 'x').pinv().shape).toEqual([0, 3]);
    const B = matrix(3, 1, random(3));
    expect(leastSquares(matrix(3, 0, new Float64Array(0)), 'x').residual(B)).toEqual(B);
  });

  test('repeated columns share the solution', () => {
    const a = random(8, 3);
    const A = build(8, 4, (i) => a[i]);
    const X = leastSquares(matrix(8, 4, A), 'x').solve(matrix(8, 1, a)).data;
    expect(distance(X, Float64Array.of(0.25, 0.25, 0.25, 0.25))).toBeLessThan(THRESHOLD * 8 * U);
  });

  test('Läuchli, Hilbert, Vandermonde, products of integers', () => {
    expectSolved(
      4,
      3,
      build(4, 3, (i, j) => (i === 0 ? 1 : i === j + 1 ? 1e-7 : 0)),
      3,
    );
    expectSolved(
      6,
      4,
      build(6, 4, (i, j) => 1 / (1 + i + j)),
      4,
    );
    expectSolved(
      12,
      6,
      build(12, 6, (i, j) => (i / 11) ** j),
      6,
    );
    expectSolved(8, 8, ofRank(8, 5, 3), 5);
    expectSolved(4, 4, Float64Array.of(16, 2, 3, 13, 5, 11, 10, 8, 9, 7, 6, 12, 4, 14, 15, 1), 3);
  });

  test('Kahan, where column pivoting alone does not reveal the rank', () => {
    const n = 90;
    const [c, s] = [Math.cos(1.2), Math.sin(1.2)];
    const K = build(n, n, (i, j) => (i > j ? 0 : s ** i * (i === j ? 1 : -c) * (1 - 1e-4 * j)));
    expectSolved(n, n, K, n - 1);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%f does not disappear', (x) => {
    for (const at of [0, 5, 11]) {
      const A = random(12, 3);
      A[at] = x;
      expect(
        leastSquares(matrix(4, 3, A), 'x')
          .pinv()
          .data.some(Number.isNaN),
      ).toBe(true);
    }
  });

  test('singular values below the tolerance count as zero', () => {
    const D = Float64Array.of(1, 0, 0, 0, 1e-5, 0, 0, 0, 1e-9);
    const f = leastSquares(matrix(3, 3, D), 'x', 1e-7);
    expect([...f.rank]).toEqual([2]);
    expect(distance(f.pinv().data, Float64Array.of(1, 0, 0, 0, 1e5, 0, 0, 0, 0))).toBeLessThan(1e5 * 8 * U);
    expect(distance(leastSquares(matrix(3, 3, eye(3)), 'x', 0).pinv().data, eye(3))).toBe(0);
  });
});

test('stacks broadcast, and members differ in rank', () => {
  const [m, n] = [6, 4];
  const A = random(3 * m * n, 5).map((x, p) => (p < m * n ? 0 : p < 2 * m * n && p % n === 1 ? 0 : x));
  const f = leastSquares({ shape: [3, 1, m, n], data: A }, 'x');
  expect([...f.rank]).toEqual([0, 3, 4]);
  const B = random(2 * m * 3, 6);
  const X = f.solve({ shape: [2, m, 3], data: B });
  const E = f.residual({ shape: [2, m, 3], data: B });
  const P = f.pinv();
  expect([X.shape, E.shape, P.shape]).toEqual([
    [3, 2, n, 3],
    [3, 2, m, 3],
    [3, 1, n, m],
  ]);
  for (let i = 0; i < 3; i++) {
    const one = leastSquares(matrix(m, n, A.slice(i * m * n, (i + 1) * m * n)), 'x');
    expect(P.data.slice(i * m * n, (i + 1) * m * n)).toEqual(one.pinv().data);
    for (let j = 0; j < 2; j++) {
      const b = matrix(m, 3, B.slice(j * m * 3, (j + 1) * m * 3));
      const at = 2 * i + j;
      expect(X.data.slice(at * n * 3, (at + 1) * n * 3)).toEqual(one.solve(b).data);
      expect(E.data.slice(at * m * 3, (at + 1) * m * 3)).toEqual(one.residual(b).data);
    }
  }
});
