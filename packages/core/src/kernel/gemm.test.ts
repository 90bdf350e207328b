import { expect, test } from 'vitest';
import { build, distance, norm, random } from './fixtures.ts';
import { gemm } from './gemm.ts';

const sizes = [
  [1, 1, 1],
  [2, 3, 4],
  [5, 7, 9],
  [0, 3, 2],
  [3, 0, 2],
  [3, 3, 0],
  [17, 19, 23],
  [64, 64, 64],
  [97, 200, 300],
  [100, 1, 50],
  [1, 100, 50],
  [33, 50, 257],
  [200, 97, 20],
  [205, 205, 7],
];

test.each(sizes)(
  'a %i×%i product over %i agrees with the definition, for all four transpositions',
  (m, n, k) => {
    const [A, B, C] = [random(m * k + 3, 1), random(k * n + 5, 2), random(m * (n + 2) + 1, 3)];
    for (const [aRow, aCol] of [
      [k, 1],
      [1, m],
    ]) {
      for (const [bRow, bCol] of [
        [n, 1],
        [1, k],
      ]) {
        const X = C.slice();
        const Y = C.slice();
        gemm(m, n, k, 1.5, A, 3, aRow, aCol, B, 5, bRow, bCol, 0.5, X, 1, n + 2);
        for (let i = 0; i < m; i++) {
          for (let j = 0; j < n; j++) {
            let s = 0;
            for (let l = 0; l < k; l++) s += A[3 + i * aRow + l * aCol] * B[5 + l * bRow + j * bCol];
            const p = 1 + i * (n + 2) + j;
            Y[p] = 1.5 * s + 0.5 * Y[p];
          }
        }
        expect(distance(X, Y)).toBeLessThanOrEqual(4 * (k + 2) * 2 ** -53 * (norm(A) * norm(B) + norm(C)));
      }
    }
  },
);

test.each(sizes)('the lower part of a %i×%i product over %i is that of the whole', (m, n, k) => {
  const [A, B, C] = [random(m * k, 1), random(k * n, 2), random(m * n, 3)];
  for (const beta of [0, 1, -0.5]) {
    const whole = C.slice();
    const part = C.slice();
    gemm(m, n, k, 2, A, 0, k, 1, B, 0, n, 1, beta, whole, 0, n);
    gemm(m, n, k, 2, A, 0, k, 1, B, 0, n, 1, beta, part, 0, n, true);
    expect(part).toEqual(build(m, n, (i, j) => (j > i ? C : whole)[i * n + j]));
  }
});

test('beta = 0 overwrites NaN', () => {
  const C = new Float64Array(4).fill(Number.NaN);
  gemm(2, 2, 1, 1, Float64Array.of(1, 2), 0, 1, 1, Float64Array.of(3, 4), 0, 2, 1, 0, C, 0, 2);
  expect([...C]).toEqual([3, 4, 6, 8]);
});

test('an empty inner dimension scales C', () => {
  const C = Float64Array.of(1, 2);
  gemm(1, 2, 0, 1, C, 0, 1, 1, C, 0, 1, 1, 0.5, C, 0, 2);
  expect([...C]).toEqual([0.5, 1]);
});

test('large products do not depend on where the operands lie', () => {
  const A = random(50 * 50);
  const shifted = new Float64Array(2600);
  shifted.set(A, 7);
  const X = new Float64Array(2500);
  const Y = new Float64Array(2500);
  gemm(50, 50, 50, 1, A, 0, 50, 1, A, 0, 50, 1, 0, X, 0, 50);
  gemm(50, 50, 50, 1, shifted, 7, 50, 1, shifted, 7, 50, 1, 0, Y, 0, 50);
  expect(X).toEqual(Y);
});
