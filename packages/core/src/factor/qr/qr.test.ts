import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { build, distance, eye, norm, random, transposed } from '../../kernel/fixtures.ts';
import { gemm } from '../../kernel/gemm.ts';
import { qr } from './qr.ts';

const U = 2 ** -53;
const THRESHOLD = 30; // of LAPACK's tests
const matrix = (m: number, n: number, data: Float64Array): NdArray => ({ shape: [m, n], data });

function product(m: number, n: number, k: number, A: Float64Array, B: Float64Array): Float64Array {
  const C = new Float64Array(m * n);
  gemm(m, n, k, 1, A, 0, k, 1, B, 0, n, 1, 0, C, 0, n);
  return C;
}

/** Norms of the columns of X - Y. */
const distances = (m: number, n: number, X: Float64Array, Y: Float64Array): number[] => {
  const D = transposed(
    m,
    n,
    X.map((x, p) => x - Y[p]),
  );
  return Array.from({ length: n }, (_, j) => norm(D.subarray(j * m, (j + 1) * m)));
};

/** LAPACK's ratios ‖A - QR‖/(m·ε·‖A‖) and ‖I - QᵀQ‖/(m·ε), for both shapes of Q, formed and applied. */
function expectFactored(
  m: number,
  n: number,
  A: Float64Array,
  modes: readonly ('thin' | 'complete')[] = ['thin', 'complete'],
): void {
  for (const mode of modes) {
    const f = qr(matrix(m, n, A), 'test', { mode });
    const c = mode === 'thin' ? Math.min(m, n) : m;
    expect(f.Q.shape).toEqual([m, c]);
    expect(f.R.shape).toEqual([c, n]);
    const R = f.R.data;
    const wrong = R.filter((x, p) => {
      const i = Math.floor(p / n);
      return i > p % n ? x !== 0 : i === p % n && !(x >= 0);
    });
    expect(wrong).toHaveLength(0);
    const Q = f.Q.data;
    const bound = THRESHOLD * m * U;
    expect(distance(product(c, c, m, transposed(m, c, Q), Q), eye(c))).toBeLessThanOrEqual(bound);
    // Column by column: each column's error is small against that column (Higham 2002, theorem 19.4).
    const norms = distances(m, n, A, new Float64Array(m * n));
    const expectClose = (X: Float64Array, Y: Float64Array) =>
      distances(X.length / n || 0, n, X, Y).forEach((d, j) => {
        expect(d).toBeLessThanOrEqual(bound * norms[j]);
      });
    expectClose(product(m, n, c, Q, R), A);
    expectClose(f.applyQ(f.R).data, A);
    expectClose(f.applyQt(matrix(m, n, A)).data, R);
  }
}

const shapes: [number, number][] = [
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 1],
  [1, 4],
  [2, 2],
  [3, 2],
  [3, 3],
  [5, 5],
  [5, 10],
  [10, 5],
  [10, 10],
  [33, 33],
  [50, 33],
  [64, 65],
  [65, 64],
  [64, 64],
  [127, 50],
  [130, 127],
  [97, 140],
  [370, 360],
];

test.each(shapes)('Q and R of a random %i×%i matrix', (m, n) =>
  expectFactored(m, n, random(m * n, m + n + 1)),
);

// Blocks of reflections, and vectors longer than the buffers of four.
test.each([
  [4200, 64, 'thin'],
  [64, 4200, 'thin'],
] as const)('a large %i×%i matrix, %s', (m, n, mode) => expectFactored(m, n, random(m * n), [mode]));

test('a large complete Q is the one that is applied', () => {
  const [m, n] = [600, 450];
  const f = qr(matrix(m, n, random(m * n)), 'x', { mode: 'complete' });
  const columns = [0, 449, 450, 599];
  const E = build(m, 4, (i, j) => (i === columns[j] ? 1 : 0));
  const Q = f.Q.data;
  const some = build(m, 4, (i, j) => Q[i * m + columns[j]]);
  expect(distance(f.applyQ(matrix(m, 4, E)).data, some)).toBeLessThanOrEqual(THRESHOLD * m * U);
  expect(distance(f.applyQt(matrix(m, 4, some)).data, E)).toBeLessThanOrEqual(THRESHOLD * m * U);
});

test.each([1e300, 1e150, 1e-150, 1e-300])('at scale %f', (c) => {
  for (const [m, n] of [
    [1, 1],
    [7, 4],
    [4, 7],
    [20, 20],
    [40, 35],
  ]) {
    const A = random(m * n, 3);
    expectFactored(
      m,
      n,
      A.map((x) => x * c),
    );
  }
});

describe('special matrices', () => {
  const n = 13;
  const A = random(n * n, 5);
  const cases: [string, Float64Array][] = [
    ['zero', new Float64Array(n * n)],
    ['one entry', build(n, n, (i, j) => (i === 7 && j === 3 ? -2 : 0))],
    ['zero columns', A.map((x, p) => (p % n === 0 || p % n === 6 ? 0 : x))],
    ['zero rows', A.map((x, p) => (p < 2 * n ? 0 : x))],
    ['equal columns', build(n, n, (i) => A[i])],
    [
      'upper triangular with negative diagonal',
      build(n, n, (i, j) => (i > j ? 0 : i === j ? -1 : A[i * n + j])),
    ],
    ['columns from 1e-300 to 1e300', A.map((x, p) => x * 10 ** (50 * ((p % n) - 6)))],
    ['rows from 1e-300 to 1e300', A.map((x, p) => x * 10 ** (50 * (Math.floor(p / n) - 6)))],
    ['Hilbert', build(n, n, (i, j) => 1 / (1 + i + j))],
    ['Vandermonde', build(n, n, (i, j) => (i / n) ** j)],
    ['Läuchli', build(n, n, (i, j) => (i === 0 ? 1 : i === j + 1 ? 1e-9 : 0))],
    ['1 beside the least of doubles', build(n, n, (i, j) => (i === j ? 1 : 5e-324))],
    ['identity', eye(n)],
  ];
  test.each(cases)('%s', (_, M) => expectFactored(n, n, M));

  test('denormal numbers keep the digits that they have', () => {
    const M = A.map((x) => Math.round(x * 1000));
    const big = qr(matrix(n, n, M), 'x');
    const small = qr(
      matrix(
        n,
        n,
        M.map((x) => x * 2 ** -1074),
      ),
      'x',
    );
    expect(distance(small.Q.data, big.Q.data)).toBe(0);
    expect(
      distance(
        small.R.data,
        big.R.data.map((x) => x * 2 ** -1074),
      ),
    ).toBe(0);
  });
});

test('signs: the identity and its negative', () => {
  expect(qr(matrix(3, 3, eye(3)), 'x').Q.data).toEqual(eye(3));
  const f = qr(
    matrix(
      2,
      2,
      eye(2).map((x) => -x || 0),
    ),
    'x',
  );
  expect([...f.R.data]).toEqual([1, 0, 0, 1]);
  expect([...f.Q.data].map((x) => x || 0)).toEqual([-1, 0, 0, -1]);
});

describe('solve', () => {
  test.each([
    [1, 1],
    [10, 10],
    [12, 3],
    [64, 20],
    [500, 301],
  ])('least squares of %i×%i: the residual is orthogonal to the columns', (m, n) => {
    const A = random(m * n, 7);
    const B = random(m * 2, 8);
    const X = qr(matrix(m, n, A), 'x').solve(matrix(m, 2, B)).data;
    const AX = product(m, 2, n, A, X);
    const residual = B.map((b, p) => b - AX[p]);
    const gradient = product(n, 2, m, transposed(m, n, A), residual);
    expect(norm(gradient)).toBeLessThanOrEqual(THRESHOLD * m * U * norm(A) * (norm(B) + norm(A) * norm(X)));
    if (m === n) expect(norm(residual)).toBeLessThanOrEqual(THRESHOLD * m * U * norm(A) * norm(X));
  });

  test('Läuchli, where the normal equations fail', () => {
    const A = Float64Array.of(1, 1, 1e-9, 0, 0, 1e-9);
    const X = qr(matrix(3, 2, A), 'x').solve(matrix(3, 1, Float64Array.of(2, 1e-9, 1e-9)));
    expect(distance(X.data, Float64Array.of(1, 1))).toBeLessThan(1e-6);
  });

  test('needs rows and rank', () => {
    const wide = qr(matrix(2, 3, random(6)), 'lstsq');
    expect(() => wide.solve(matrix(2, 1, random(2)))).toThrow(DomainError);
    const zero = qr({ shape: [2, 2, 2], data: Float64Array.of(1, 0, 0, 1, 1, 0, 1, 0) }, 'lstsq');
    try {
      zero.solve(matrix(2, 1, random(2)));
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(SingularMatrixError);
      const { op, pivot, member, rcond } = e as SingularMatrixError;
      expect([op, pivot, member, rcond]).toEqual(['lstsq', 1, 1, 0]);
    }
  });
});

test('logabsdet is that of R, with no range to leave', () => {
  const d = build(1, 40, (_, j) => 2 ** (j % 2 === 0 ? 600 : 30));
  const D = build(50, 40, (i, j) => (i === j ? -d[j] : 0));
  expect(qr(matrix(50, 40, D), 'x').logabsdet().data[0]).toBe(20 * 630 * Math.LN2);
  expect(qr(matrix(3, 3, new Float64Array(9)), 'x').logabsdet().data[0]).toBe(Number.NEGATIVE_INFINITY);
});

describe('stacks', () => {
  test.each([
    [3, 2],
    [2, 5],
  ])('of %i×%i matrices are factored member by member', (m, n) => {
    const A = random(4 * m * n, 2).map((x, p) => (p >= m * n && p < 2 * m * n ? x * 1e-310 : x));
    const f = qr({ shape: [2, 2, m, n], data: A }, 'x');
    const k = Math.min(m, n);
    expect([f.Q.shape, f.R.shape]).toEqual([
      [2, 2, m, k],
      [2, 2, k, n],
    ]);
    const B = random(2 * m * 3, 4);
    const C = f.applyQt({ shape: [2, m, 3], data: B });
    expect(C.shape).toEqual([2, 2, k, 3]);
    for (let i = 0; i < 4; i++) {
      const one = qr(matrix(m, n, A.slice(i * m * n, (i + 1) * m * n)), 'x');
      expect(distance(f.Q.data.slice(i * m * k, (i + 1) * m * k), one.Q.data)).toBe(0);
      expect(distance(f.R.data.slice(i * k * n, (i + 1) * k * n), one.R.data)).toBe(0);
      const b = matrix(m, 3, B.slice((i % 2) * m * 3, ((i % 2) + 1) * m * 3));
      expect(distance(C.data.slice(i * k * 3, (i + 1) * k * 3), one.applyQt(b).data)).toBe(0);
    }
  });

  test('of large matrices too', () => {
    const [m, n] = [4200, 64];
    const A = random(2 * m * n, 2);
    const f = qr({ shape: [2, m, n], data: A }, 'x');
    const one = qr(matrix(m, n, A.slice(m * n)), 'x');
    expect(distance(f.R.data.slice(n * n), one.R.data)).toBe(0);
    const B = matrix(m, 2, random(2 * m, 3));
    expect(distance(f.applyQt(B).data.slice(2 * n), one.applyQt(B).data)).toBe(0);
  });

  test('may be empty, and the argument is left alone', () => {
    expect(qr({ shape: [0, 3, 2], data: new Float64Array(0) }, 'x').Q.shape).toEqual([0, 3, 2]);
    const A = random(30 * 20);
    const before = A.slice();
    expect(qr(matrix(30, 20, A), 'x').Q.shape).toEqual([30, 20]);
    expect(A).toEqual(before);
  });
});
