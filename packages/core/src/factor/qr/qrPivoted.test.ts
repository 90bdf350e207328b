import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { build, distance, eye, norm, ofRank, product, random, transposed } from '../../kernel/fixtures.ts';
import { type QRPivoted, qrPivoted } from './qrPivoted.ts';

const U = 2 ** -53;
const THRESHOLD = 30; // of LAPACK's tests
const matrix = (m: number, n: number, data: Float64Array): NdArray => ({ shape: [m, n], data });

function expectFactored(m: number, n: number, A: Float64Array): QRPivoted {
  const f = qrPivoted(matrix(m, n, A), 'test');
  const k = Math.min(m, n);
  expect([...f.perm].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, j) => j));
  const bound = THRESHOLD * m * U;
  const Q = f.Q.data;
  expect(distance(product(k, k, m, transposed(m, k, Q), Q), eye(k))).toBeLessThanOrEqual(bound);
  const AP = build(m, n, (i, j) => A[i * n + f.perm[j]]);
  expect(distance(product(m, n, k, Q, f.R.data), AP)).toBeLessThanOrEqual(bound * norm(A));
  expect(distance(f.applyQ(f.R).data, AP)).toBeLessThanOrEqual(bound * norm(A));
  expect(distance(f.applyQt(matrix(m, n, AP)).data, f.R.data)).toBeLessThanOrEqual(bound * norm(A));
  // No column has more left below row i than the one that was taken, but for what rounding leaves of it.
  for (let i = 0; i < k; i++) {
    const r = f.R.data[i * n + i];
    for (let j = i + 1; j < n; j++) {
      const left = norm(
        Float64Array.from({ length: Math.min(j + 1, k) - i }, (_, l) => f.R.data[(i + l) * n + j]),
      );
      expect(left).toBeLessThanOrEqual(r * (1 + 1e-6) + bound * norm(A));
    }
  }
  return f;
}

test.each([
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 1],
  [2, 2],
  [3, 2],
  [5, 10],
  [10, 10],
  [33, 12],
  [50, 50],
  [30, 64],
])('Q, R and order of a random %i×%i matrix', (m, n) => {
  const f = expectFactored(m, n, random(m * n, m + n + 1));
  expect([...f.rank()]).toEqual([Math.min(m, n)]);
});

test('a matrix too large for the cache', () => {
  const [m, n] = [2700, 100];
  const A = random(m * n, 3);
  const f = qrPivoted(matrix(m, n, A), 'x');
  const AP = build(m, n, (i, j) => A[i * n + f.perm[j]]);
  expect(distance(f.applyQ(f.R).data, AP)).toBeLessThanOrEqual(THRESHOLD * m * U * norm(A));
});

describe('ranks', () => {
  test('of products of integer matrices are exact', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const n = 2 + (seed % 12);
      const r = 1 + (seed % n);
      const A = ofRank(n, r, 17 * seed);
      expect(qrPivoted(matrix(n, n, A), 'x').rank()[0]).toBe(exactRank(n, A));
    }
  });

  test.each([1e300, 1e-300])('do not change with the scale %f', (c) => {
    const A = ofRank(9, 4, 5);
    expect(
      expectFactored(
        9,
        9,
        A.map((x) => x * c),
      ).rank()[0],
    ).toBe(exactRank(9, A));
  });

  test('of zero, one column repeated, zero columns', () => {
    const n = 6;
    const A = random(n * n, 2);
    expect(expectFactored(n, n, new Float64Array(n * n)).rank()[0]).toBe(0);
    expect(
      expectFactored(
        n,
        n,
        build(n, n, (i) => A[i]),
      ).rank()[0],
    ).toBe(1);
    expect(
      expectFactored(
        n,
        n,
        A.map((x, p) => (p % n < 2 ? 0 : x)),
      ).rank()[0],
    ).toBe(4);
  });

  test('of Kahan matrices, whose r_nn is far above their least singular value', () => {
    // Here σ_n = 4.5e-16·σ₁ and r_nn = 1.9e-3·r_00: the diagonal alone would say full rank.
    const n = 90;
    const c = Math.cos(1.2);
    const s = Math.sin(1.2);
    // The factors near 1 keep the pivoting from exchanging equal columns.
    const K = build(n, n, (i, j) => (i > j ? 0 : s ** i * (i === j ? 1 : -c) * (1 - 1e-4 * j)));
    const f = qrPivoted(matrix(n, n, K), 'x');
    expect(f.R.data[n * n - 1]).toBeGreaterThan(1e-3);
    expect(f.rank()[0]).toBeLessThan(n);
    expect(f.rank(1e-30)[0]).toBe(n);
  });

  test('follow the tolerance', () => {
    const D = build(5, 5, (i, j) => (i === j ? 10 ** -(3 * i) : 0));
    const f = qrPivoted(matrix(5, 5, D), 'x');
    expect([1e-20, 1e-10, 1e-7, 1e-4, 0.1].map((rtol) => f.rank(rtol)[0])).toEqual([5, 4, 3, 2, 1]);
    expect(f.rank(0)[0]).toBe(5);
  });
});

test('columns from 1e-300 to 1e300 are taken in order of size, each with its digits', () => {
  const n = 7;
  const A = random(n * n, 8).map((x, p) => x * 10 ** (100 * ((p % n) - 3)));
  const f = qrPivoted(matrix(n, n, A), 'x');
  expect([...f.perm]).toEqual([6, 5, 4, 3, 2, 1, 0]);
  const Q = f.Q.data;
  for (let j = 0; j < n; j++) {
    const c = 10 ** (100 * (3 - j));
    const R = f.R.data.filter((_, p) => p % n === j).map((x) => x / c);
    const a = A.filter((_, p) => p % n === n - 1 - j).map((x) => x / c);
    expect(distance(product(n, 1, n, Q, R), a)).toBeLessThanOrEqual(THRESHOLD * n * U * norm(a));
  }
});

test('a stack is factored member by member, and may be empty', () => {
  const A = random(3 * 20, 4).map((x, p) => (p < 20 ? 0 : p < 40 ? x * 1e250 : x));
  const f = qrPivoted({ shape: [3, 5, 4], data: A }, 'x');
  expect([...f.rank()]).toEqual([0, 4, 4]);
  for (let i = 0; i < 3; i++) {
    const one = qrPivoted(matrix(5, 4, A.slice(20 * i, 20 * i + 20)), 'x');
    expect(f.Q.data.slice(20 * i, 20 * i + 20)).toEqual(one.Q.data);
    expect(f.R.data.slice(16 * i, 16 * i + 16)).toEqual(one.R.data);
    expect(f.perm.slice(4 * i, 4 * i + 4)).toEqual(one.perm);
  }
  expect(qrPivoted({ shape: [0, 5, 4], data: new Float64Array(0) }, 'x').Q.shape).toEqual([0, 5, 4]);
});

/** Rank of an integer matrix by fraction-free elimination (Bareiss 1968). */
function exactRank(n: number, A: Float64Array): number {
  const rows = Array.from({ length: n }, (_, i) => Array.from(A.subarray(i * n, i * n + n), BigInt));
  let rank = 0;
  let previous = 1n;
  for (let c = 0; c < n && rank < n; c++) {
    const at = rows.findIndex((row, i) => i >= rank && row[c] !== 0n);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at], rows[rank]];
    const top = rows[rank];
    for (const row of rows.slice(rank + 1)) {
      const q = row[c];
      for (let j = c; j < n; j++) row[j] = (row[j] * top[c] - top[j] * q) / previous;
    }
    previous = top[c];
    rank++;
  }
  return rank;
}
