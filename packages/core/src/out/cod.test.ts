import { expect, test } from 'vitest';
import { leastSquares } from '../factor/cod/leastSquares.ts';
import { build, distance, eye, norm, ofRank, product, random, transposed } from '../kernel/fixtures.ts';
import * as kernel from '../kernel.ts';
import { A_OFF, B_OFF, laid, limit, OUT_OFF, part, U, untouched } from './fixtures.ts';

const SHAPES = [
  [1, 1],
  [2, 3],
  [3, 2],
  [4, 4],
  [9, 5],
  [5, 9],
  [40, 33],
  [33, 40],
  [260, 40],
] as const;

test.each(SHAPES)(
  'stacks of %i×%i matrices of any ranks are decomposed, solved with and multiplied again',
  (m, n) => {
    const k = Math.min(m, n);
    const ranks = [k, 0, Math.ceil(k / 2), 1, k - 1, k];
    const count = ranks.length;
    const As = ranks.map((r, i) =>
      r === k ? random(m * n, i + 3) : product(m, n, r, random(m * r, i + 1), random(r * n, i + 2)),
    );
    const A = laid(A_OFF, ...As);
    const room = (off: number, size: number) => laid(off, new Float64Array(count * size));
    const [Q, T, Z] = [room(B_OFF, m * k), room(1, k * k), room(2, n * k)];
    const found = new Int32Array(count + 1);
    expect(kernel.cod(m, n, A, Q, T, Z, found, count, A_OFF, B_OFF, 1, 2, 1)).toBe(-1);
    expect([...found]).toEqual([0, ...ranks]);
    const back = room(OUT_OFF, m * n);
    kernel.codReconstruct(m, n, Q, T, Z, back, count, B_OFF, 1, 2, OUT_OFF);
    const B = random(count * m * 2, 7);
    const X = room(1, n * 2);
    expect(kernel.codSolve(m, n, 2, Q, T, Z, found, laid(2, B), X, count, B_OFF, 1, 2, 1, 2, 1)).toBe(-1);
    As.forEach((a, i) => {
      expect(distance(part(back, OUT_OFF, m * n, i), a)).toBeLessThanOrEqual(limit(m + n, a, eye(1)));
      const t = part(T, 1, k * k, i);
      const inside = (row: number, col: number) =>
        row < ranks[i] && col < ranks[i] && (ranks[i] === n ? row <= col : row >= col);
      expect(t.every((x, p) => x === 0 || inside(Math.floor(p / k), p % k))).toBe(true);
      for (const [rows, Y] of [
        [m, part(Q, B_OFF, m * k, i)],
        [n, part(Z, 2, n * k, i)],
      ] as const) {
        const gram = product(k, k, rows, transposed(rows, k, Y), Y);
        expect(distance(gram, eye(k))).toBeLessThanOrEqual(limit(m + n, eye(k), eye(1)));
      }
      const f = leastSquares({ shape: [m, n], data: a }, 'test');
      const b = B.slice(i * m * 2, (i + 1) * m * 2);
      const x = f.solve({ shape: [m, 2], data: b }).data;
      const pinv = norm(f.pinv().data);
      expect(distance(part(X, 1, n * 2, i), x)).toBeLessThanOrEqual(
        30 * (m + n) * U * (1 + norm(a) * pinv) * pinv * norm(b),
      );
    });
    expect(untouched(Q, B_OFF, count * m * k) && untouched(T, 1, count * k * k)).toBe(true);
    expect(untouched(Z, 2, count * n * k) && untouched(X, 1, count * n * 2)).toBe(true);
  },
);

test('the tolerance decides on the rank', () => {
  const A = Float64Array.of(1, 0, 0, 1e-6);
  const [Q, T, Z, ranks] = [new Float64Array(4), new Float64Array(4), new Float64Array(4), new Int32Array(1)];
  const rank = (rtol?: number) => {
    kernel.cod(2, 2, A, Q, T, Z, ranks, 1, 0, 0, 0, 0, 0, kernel.createWorkspace(), rtol);
    return ranks[0];
  };
  expect([rank(), rank(1e-5), rank(1e-7)]).toEqual([2, 1, 2]);
});

test('of Kahan matrices, where pivoting does not show the rank, singular vectors do', () => {
  const n = 90;
  const [c, s] = [Math.cos(1.2), Math.sin(1.2)];
  const A = build(n, n, (i, j) => (i > j ? 0 : s ** i * (i === j ? 1 : -c) * (1 - 1e-4 * j)));
  const [Q, T, Z] = [1, 2, 3].map(() => new Float64Array(n * n));
  const ranks = new Int32Array(1);
  expect(kernel.cod(n, n, A, Q, T, Z, ranks)).toBe(-1);
  expect(ranks[0]).toBe(n - 1);
  const back = new Float64Array(n * n);
  kernel.codReconstruct(n, n, Q, T, Z, back);
  expect(distance(back, A)).toBeLessThanOrEqual(limit(2 * n, A, eye(1)));
});

test('members that are not finite have rank -1, and solutions of NaN', () => {
  const A = laid(0, ofRank(3, 2, 1), Float64Array.of(1, 2, 3, Number.NaN, 5, 6, 7, 8, 10), ofRank(3, 1, 2));
  const [Q, T, Z] = [1, 2, 3].map(() => new Float64Array(27));
  const ranks = new Int32Array(3);
  expect(kernel.cod(3, 3, A, Q, T, Z, ranks, 3)).toBe(1);
  expect([...ranks]).toEqual([2, -1, 1]);
  const x = random(9, 5);
  expect(kernel.codSolve(3, 3, 1, Q, T, Z, ranks, x, x, 3)).toBe(1);
  expect(x.map((v) => (Number.isNaN(v) ? 1 : 0)).join('')).toBe('000111000');
});

test('scale changes nothing but T', () => {
  const A = product(6, 4, 2, random(12, 1), random(8, 2));
  const run = (c: number) => {
    const [Q, T, Z, ranks] = [
      new Float64Array(24),
      new Float64Array(16),
      new Float64Array(16),
      new Int32Array(1),
    ];
    const scaled = A.map((x) => x * c);
    kernel.cod(6, 4, scaled, Q, T, Z, ranks);
    return { Q, T: T.map((x) => x / c), Z, ranks };
  };
  expect(run(2 ** 900)).toEqual(run(1));
  expect(run(2 ** -900)).toEqual(run(1));
});
