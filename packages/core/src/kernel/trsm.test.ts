import { expect, test } from 'vitest';
import { build, distance, norm, product, random, transposed } from './fixtures.ts';
import { trsm } from './trsm.ts';

test.each([0, 1, 2, 3, 5, 10, 16, 17, 33, 64, 65, 100])(
  'triangular systems of size %i have small residuals',
  (n) => {
    const T = random(n * n).map((x, p) => (p % (n + 1) === 0 ? x + 4 : x / 4));
    for (const k of [1, 2, 3, 15]) {
      const B = random(n * k, 2);
      for (const upper of [false, true]) {
        for (const unit of [false, true]) {
          for (const flip of [false, true]) {
            const X = B.slice();
            // The triangle that is read, as a matrix of its own.
            const M = build(n, n, (i, j) =>
              i === j ? (unit ? 1 : T[i * n + j]) : i < j === upper ? T[i * n + j] : 0,
            );
            const read = flip ? transposed(n, n, T) : T;
            trsm(upper, unit, n, k, read, 0, flip ? 1 : n, flip ? n : 1, X, 0, k);
            const residual = distance(product(n, k, n, M, X), B);
            expect(residual).toBeLessThanOrEqual(30 * (n + 1) * 2 ** -53 * norm(M) * norm(X));
          }
        }
      }
    }
  },
);

test('the other triangle and a unit diagonal are never read', () => {
  for (const n of [3, 40]) {
    const T = build(n, n, (i, j) => (i > j ? 1 / (1 + i + j) : Number.NaN));
    const X = random(n * 5);
    trsm(false, true, n, 5, T, 0, n, 1, X, 0, 5);
    expect(X.every(Number.isFinite)).toBe(true);
  }
});

test('right-hand sides inside a wider matrix keep their neighbours', () => {
  const B = new Float64Array(12).fill(7);
  trsm(true, false, 3, 3, Float64Array.of(2, 0, 0, 0, 2, 0, 0, 0, 2), 0, 3, 1, B, 0, 4);
  expect([...B]).toEqual([3.5, 3.5, 3.5, 7, 3.5, 3.5, 3.5, 7, 3.5, 3.5, 3.5, 7]);
});
