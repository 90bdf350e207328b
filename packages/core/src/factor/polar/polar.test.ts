import { expect, test } from 'vitest';
import { build, distance, eye, norm, ofRank, product, random, transposed } from '../../kernel/fixtures.ts';
import { eigvalsh } from '../eigh/eigvalsh.ts';
import { polar } from './polar.ts';

const EPS = 2 ** -53;

function check(m: number, n: number, A: Float64Array): void {
  const { U, P } = polar({ shape: [m, n], data: A }, 'polar');
  const k = Math.min(m, n);
  const max = A.reduce((s, x) => Math.max(s, Math.abs(x)), 0) || 1;
  const unit = A.map((x) => x / max);
  const half = P.data.map((x) => x / max);
  const back = m >= n ? product(m, n, n, U.data, half) : product(m, n, m, half, U.data);
  const bound = 35 * Math.max(m, n, 1) * EPS;
  expect(distance(back, unit)).toBeLessThanOrEqual(bound * norm(unit));
  const T = transposed(m, n, U.data);
  const G = m >= n ? product(n, n, m, T, U.data) : product(m, m, n, U.data, T);
  expect(distance(G, eye(k))).toBeLessThanOrEqual(bound);
  expect(P.data).toEqual(transposed(k, k, P.data));
  const w = eigvalsh({ shape: [k, k], data: half }, 'eigvalsh').data;
  expect(w.every((x) => x >= -bound * norm(unit))).toBe(true);
}

test.each([
  [0, 0],
  [1, 1],
  [3, 3],
  [7, 4],
  [4, 7],
  [33, 33],
  [40, 35],
])('a %i×%i matrix is an orthonormal one times a semidefinite one, at every scale', (m, n) => {
  for (const c of [1, 1e300, 1e-300]) {
    check(
      m,
      n,
      random(m * n, 5).map((x) => x * c),
    );
  }
});

test('so are matrices without full rank', () => {
  check(4, 4, new Float64Array(16));
  check(9, 9, ofRank(9, 3));
  check(
    6,
    9,
    build(6, 9, () => 1),
  );
});

test('a rotation is its own orthogonal factor', () => {
  const [c, s] = [0.6, 0.8];
  const { U, P } = polar({ shape: [2, 2], data: Float64Array.of(c, -s, s, c) }, 'polar');
  expect(distance(U.data, Float64Array.of(c, -s, s, c))).toBeLessThan(4 * EPS);
  expect(distance(P.data, eye(2))).toBeLessThan(4 * EPS);
});

test('stacks are decomposed member by member', () => {
  const data = random(2 * 3 * 2 * 2);
  const f = polar({ shape: [3, 4, 2], data }, 'polar');
  const last = polar({ shape: [4, 2], data: data.slice(16) }, 'polar');
  expect(f.U.data.slice(16)).toEqual(last.U.data);
  expect(f.P.data.slice(8)).toEqual(last.P.data);
});
