import { expect, test } from 'vitest';
import { build, distance, eye, norm, ofRank, product, random, transposed } from '../../kernel/fixtures.ts';
import { svd } from './svd.ts';

const U = 2 ** -53;

function check(m: number, n: number, A: Float64Array): Float64Array {
  const f = svd({ shape: [m, n], data: A }, 'svd');
  const k = Math.min(m, n);
  const max = A.reduce((s, x) => Math.max(s, Math.abs(x)), 0) || 1;
  const scaled = f.U.data.map((x, p) => x * (f.s.data[p % k] / max));
  const bound = 35 * Math.max(m, n, 1) * U;
  const unit = A.map((x) => x / max);
  expect(distance(product(m, n, k, scaled, transposed(n, k, f.V.data)), unit)).toBeLessThanOrEqual(
    bound * norm(unit),
  );
  for (const [rows, Q] of [
    [m, f.U.data],
    [n, f.V.data],
  ] as const) {
    expect(distance(product(k, k, rows, transposed(rows, k, Q), Q), eye(k))).toBeLessThanOrEqual(bound);
  }
  expect(f.s.data.every((x, i) => x >= 0 && (i === 0 || x <= f.s.data[i - 1]))).toBe(true);
  return f.s.data;
}

test.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 5],
  [5, 3],
  [10, 10],
  [33, 33],
  [50, 20],
])('random %i×%i matrices are decomposed, at every scale', (m, n) => {
  const A = random(m * n, 3);
  for (const c of [1, 1e300, 1e-300])
    check(
      m,
      n,
      A.map((x) => x * c),
    );
});

test.each([0, 1, 2, 7, 11])('U and V are orthogonal at rank %i of 12', (r) => {
  const s = check(12, 12, r === 0 ? new Float64Array(144) : ofRank(12, r));
  expect(s.filter((x) => x > 1e-12 * (s[0] || 1))).toHaveLength(r);
});

test('equal singular values are no difficulty', () => {
  expect([...check(4, 4, eye(4))]).toEqual([1, 1, 1, 1]);
  check(16, 16, new Float64Array(256).fill(1));
});

test('columns of very different size keep their relative accuracy', () => {
  const A = build(4, 4, (i, j) => (1 / (1 + i + j)) * 10 ** (-40 * j));
  const s = check(4, 4, A);
  // Product of the singular values = |det| = det(Hilbert 4) · 10^-240.
  const det = 1 / 6048000;
  expect(Math.abs((s[0] * s[1] * 1e120 * s[2] * s[3] * 1e120) / det - 1)).toBeLessThan(1e-9);
});

test('stacks are decomposed member by member', () => {
  const data = random(2 * 3 * 4);
  const f = svd({ shape: [2, 3, 4], data }, 'svd');
  expect([f.U.shape, f.s.shape, f.V.shape]).toEqual([
    [2, 3, 3],
    [2, 3],
    [2, 4, 3],
  ]);
  expect(f.s.data.slice(3)).toEqual(svd({ shape: [3, 4], data: data.slice(12) }, 'svd').s.data);
});
