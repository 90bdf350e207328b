import { expect, test } from 'vitest';
import { build, distance, norm, ofRank, product, random } from '../../kernel/fixtures.ts';
import { luParts } from './parts.ts';

const shapes = [
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 1],
  [1, 4],
  [4, 1],
  [2, 3],
  [3, 2],
  [5, 5],
  [50, 10],
  [10, 50],
  [33, 70],
  [70, 33],
  [64, 64],
  [127, 65],
  [65, 200],
];

function check(m: number, n: number, members: number, A: Float64Array): void {
  const r = Math.min(m, n);
  const { order, L, U } = luParts({ shape: [members, m, n], data: A });
  expect(L.shape).toEqual([members, m, r]);
  expect(U.shape).toEqual([members, r, n]);
  for (let s = 0; s < members; s++) {
    const rows = order.slice(s * m, (s + 1) * m);
    expect(rows.toSorted()).toEqual(Int32Array.from({ length: m }, (_, i) => i));
    const l = L.data.slice(s * m * r, (s + 1) * m * r);
    const u = U.data.slice(s * r * n, (s + 1) * r * n);
    expect(l).toEqual(build(m, r, (i, j) => (i < j ? 0 : i === j ? 1 : l[i * r + j])));
    expect(u).toEqual(build(r, n, (i, j) => (i > j ? 0 : u[i * n + j])));
    expect(l.every((x) => Math.abs(x) <= 1)).toBe(true);
    const permuted = build(m, n, (i, j) => A[(s * m + rows[i]) * n + j]);
    expect(distance(product(m, n, r, l, u), permuted)).toBeLessThanOrEqual(
      (r + 1) * 2 ** -52 * norm(l) * norm(u),
    );
  }
}

test.each(shapes)('P·A = L·U for stacks of %i×%i matrices', (m, n) => {
  check(m, n, 2, random(2 * m * n, m + n + 1));
});

test('matrices that lack rank have factors too', () => {
  for (const n of [5, 40, 70]) check(n, n, 1, ofRank(n, 3));
  check(4, 6, 1, new Float64Array(24));
  check(
    6,
    4,
    1,
    build(6, 4, (i, j) => (j === 1 ? 0 : i + j)),
  );
});

test.each([1e150, 1e-150, 5e-324])('entries of size %f', (c) => {
  check(
    40,
    20,
    1,
    random(800).map((x) => c * Math.round(4 * x)),
  );
});
