import { expect, test } from 'vitest';
import { distance, norm, product, random, transposed } from './fixtures.ts';
import { gemv } from './gemv.ts';
import { ger } from './ger.ts';
import { trmm } from './trmm.ts';
import { trsm } from './trsm.ts';

const U = 2 ** -53;

test.each([
  [0, 3],
  [3, 0],
  [1, 1],
  [1, 6],
  [6, 1],
  [5, 7],
  [8, 4],
  [13, 30],
])('gemv and ger of %i×%i matrices, by any strides', (m, n) => {
  const A = random(m * n + 1, 1);
  const x = random(2 * n + 1, 2);
  const y = random(3 * m + 2, 3);
  const dense = A.slice(1);
  const xs = Float64Array.from({ length: n }, (_, j) => x[1 + 2 * j]);
  const ys = Float64Array.from({ length: m }, (_, i) => y[2 + 3 * i]);
  for (const turned of [false, true]) {
    const M = turned ? Float64Array.of(A[0], ...transposed(m, n, dense)) : A;
    const [row, column] = turned ? [1, m] : [n, 1];
    for (const beta of [0, 1, -0.5]) {
      const to = y.map((v) => (beta === 0 ? Number.NaN : v));
      gemv(m, n, 1.5, M, 1, row, column, x, 1, 2, beta, to, 2, 3);
      const Ax = product(m, 1, n, dense, xs);
      for (let p = 0; p < y.length; p++) {
        const i = (p - 2) / 3;
        if (!Number.isInteger(i) || i < 0) expect(to[p]).toBe(beta === 0 ? Number.NaN : y[p]);
        else {
          const rest = beta === 0 ? 0 : beta * y[p];
          expect(Math.abs(to[p] - (1.5 * Ax[i] + rest))).toBeLessThanOrEqual((n + 3) * U * (n + 1));
        }
      }
    }
  }
  const B = A.slice();
  ger(m, n, -2, y, 2, 3, x, 1, 2, B, 1, n);
  const expected = A.map((a, p) => {
    if (p === 0) return a;
    return a - 2 * ys[Math.floor((p - 1) / n)] * xs[(p - 1) % n];
  });
  expect(distance(B, expected)).toBeLessThanOrEqual(4 * U * norm(A));
});

test.each([0, 1, 2, 5, 16, 17, 40])('trmm of size %i is undone by trsm, in all forms', (n) => {
  const k = 5;
  const B = random(n * (k + 1) + 1, 4);
  for (const upper of [false, true]) {
    for (const unit of [false, true]) {
      for (const turned of [false, true]) {
        // What must not be read is NaN.
        const T = random(n * n, 5).map((x, p) => {
          const [i, j] = [Math.floor(p / n), p % n];
          if (i === j) return unit ? Number.NaN : x + 2;
          return (upper !== turned) === i < j ? x / n : Number.NaN;
        });
        const dense = Float64Array.from({ length: n * n }, (_, p) => {
          const [i, j] = [Math.floor(p / n), p % n];
          const t = turned ? T[j * n + i] : T[p];
          return i === j && unit ? 1 : Number.isNaN(t) ? 0 : t;
        });
        const [row, column] = turned ? [1, n] : [n, 1];
        const X = B.slice();
        trmm(upper, unit, n, k, T, 0, row, column, X, 1, k + 1);
        for (let i = 0; i < n; i++) {
          for (let c = 0; c < k; c++) {
            let s = 0;
            for (let j = 0; j < n; j++) s += dense[i * n + j] * B[1 + j * (k + 1) + c];
            expect(Math.abs(X[1 + i * (k + 1) + c] - s)).toBeLessThanOrEqual(8 * (n + 1) * U);
          }
        }
        trsm(upper, unit, n, k, T, 0, row, column, X, 1, k + 1);
        expect(distance(X, B)).toBeLessThanOrEqual(30 * (n + 1) * U * norm(B));
      }
    }
  }
});
