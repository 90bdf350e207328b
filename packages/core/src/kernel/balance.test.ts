import { expect, test } from 'vitest';
import { balance } from './balance.ts';
import { build, norm, random } from './fixtures.ts';
import { isolate } from './isolate.ts';

test('balancing undoes a similarity by powers of two up to a factor, exactly', () => {
  const n = 6;
  const R = random(n * n, 3);
  const A = R.map((x, p) => x * 2 ** (9 * (Math.floor(p / n) - (p % n))));
  const B = A.slice();
  const D = new Float64Array(n);
  balance(n, B, 0, D, 0);
  expect(norm(B)).toBeLessThan(2 * norm(R));
  const back = build(n, n, (i, j) => (B[i * n + j] * D[i]) / D[j]);
  expect(Array.from(back)).toEqual(Array.from(A));
  expect(Array.from(D).every((d) => Number.isInteger(Math.log2(d)))).toBe(true);
});

test.each([0, 1, 5])('a triangular matrix of size %i loses what is far above its diagonal', (n) => {
  const A = build(n, n, (i, j) => (i === j ? i + 1 : i < j ? 1e30 : 0));
  balance(n, A, 0, new Float64Array(n), 0);
  expect(Math.max(0, ...A)).toBeLessThanOrEqual(2 * n);
});

test('matrices in balance are left alone', () => {
  const A = random(25, 1);
  const B = A.slice();
  const D = new Float64Array(5);
  balance(5, B, 0, D, 0);
  expect(Array.from(B)).toEqual(Array.from(A));
  expect(Array.from(D)).toEqual([1, 1, 1, 1, 1]);
});

test('isolate finds the triangle in a permuted one', () => {
  const n = 6;
  const A = build(n, n, (i, j) => ((5 * i) % 7 >= (5 * j) % 7 ? 1 + i + j : 0));
  const order = new Int32Array(n);
  const [lo, hi] = isolate(n, A, 0, order);
  expect(hi).toBeLessThan(lo);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) expect(A[i * n + j]).toBe(0);
});

test('isolate leaves irreducible matrices whole', () => {
  const A = random(16, 2);
  const B = A.slice();
  expect(isolate(4, B, 0, new Int32Array(4))).toEqual([0, 3]);
  expect(Array.from(B)).toEqual(Array.from(A));
});
