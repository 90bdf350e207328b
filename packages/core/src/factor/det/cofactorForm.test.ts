import { describe, expect, test } from 'vitest';
import { build, distance, norm, ofRank, product, random } from '../../kernel/fixtures.ts';
import { square } from '../fixtures.ts';
import { lu } from '../lu/lu.ts';
import { svd } from '../svd/svd.ts';
import { detFactor } from './detFactor.ts';

const U = 2 ** -53;
const indices = (n: number) => Array.from({ length: n }, (_, i) => i);
const along = (n: number, A: Float64Array, E: readonly Float64Array[]): Float64Array =>
  detFactor(lu(square(n, A), 'test')).spectral(E.map((X) => square(n, X))).data;
const integers = (n: number, seed: number) => random(n * n, seed).map((x) => Math.round(6 * x));

/** The derivative of cof along E_1, …, E_m by its definition: signed minors over the integers with t_i² = 0. */
function exactly(n: number, A: Float64Array, E: readonly Float64Array[]): Float64Array {
  const all = 2 ** E.length;
  const entry = (p: number) => {
    const x = Array<bigint>(all).fill(0n);
    [A, ...E].forEach((X, i) => {
      x[i === 0 ? 0 : 2 ** (i - 1)] = BigInt(X[p]);
    });
    return x;
  };
  const minor = (rows: readonly number[], columns: readonly number[]): bigint[] => {
    const sum = Array<bigint>(all).fill(0n);
    if (rows.length === 0) sum[0] = 1n;
    columns.forEach((c, at) => {
      if (rows.length === 0) return;
      const x = entry(rows[0] * n + c);
      const rest = minor(
        rows.slice(1),
        columns.filter((other) => other !== c),
      );
      x.forEach((a, I) => {
        if (a === 0n) return;
        rest.forEach((b, J) => {
          if ((I & J) === 0) sum[I | J] += at % 2 === 0 ? a * b : -a * b;
        });
      });
    });
    return sum;
  };
  const without = (i: number) => indices(n).filter((k) => k !== i);
  return build(n, n, (i, j) => Number(minor(without(i), without(j))[all - 1]) * ((i + j) % 2 === 0 ? 1 : -1));
}

describe.each([2, 3, 4, 5, 6])('integer matrices of size %i', (n) => {
  test.each([...new Set([n, n - 1, n - 2, n - 3, 0])].filter((rank) => rank >= 0))(
    'of rank %i have the derivatives of their cofactors that exact arithmetic gives',
    (rank) => {
      for (const order of n < 6 ? [1, 2, 3, 4] : [2, 3]) {
        const A = rank === 0 ? new Float64Array(n * n) : ofRank(n, rank, order);
        const E = indices(order).map((i) => integers(n, 7 * i + rank + 1));
        const exact = exactly(n, A, E);
        if (order >= n || (rank === 0 && order < n - 1)) expect(norm(exact)).toBe(0);
        const scale = E.reduce((s, X) => s * norm(X), norm(A) ** Math.max(n - 1 - order, 0));
        expect(distance(along(n, A, E), exact)).toBeLessThanOrEqual(30 * n * U * scale);
      }
    },
  );
});

test.each([1, 2, 3])('derivatives along %i directions keep their digits at graded spectra', (order) => {
  const n = 6;
  for (const step of [0, 4, 8, 12]) {
    // Products of unit triangles of integers, dense, on both sides of powers of two: exact, integers at 2^top times its size.
    const unit = (seed: number) => {
      const lower = build(n, n, (i, j) => (i === j || (i > j && random(n * n, seed)[i * n + j] > 0) ? 1 : 0));
      const upper = build(n, n, (i, j) => (i === j || (i < j && random(n * n, seed)[i * n + j] > 0) ? 1 : 0));
      return product(n, n, n, lower, upper);
    };
    const top = 5 * step;
    const D = build(n, n, (i, j) => (i === j ? 2 ** (top - step * i) : 0));
    const A = product(n, n, n, product(n, n, n, unit(3), D), unit(5));
    const E = indices(order).map((i) => integers(n, i + 20));
    const s = svd(square(n, A), 'test').s.data;
    // What rounding of A by U·‖A‖ may change: any of the singular values that the largest product is made of.
    const kept = s.slice(0, n - 1 - order);
    const last = kept[kept.length - 1];
    const size = E.reduce((product, X) => product * norm(X), 1) * kept.reduce((product, x) => product * x, 1);
    expect(distance(along(n, A, E), exactly(n, A, E))).toBeLessThanOrEqual(
      (300 * n * U * s[0] * size) / last,
    );
  }
});

test.each([1e60, 1e-60])(
  'products out of range on the way do not harm results within it, at scale %f',
  (c) => {
    const n = 5;
    const [A, E, F] = [ofRank(n, 4), random(n * n, 2), random(n * n, 3)];
    const rows = build(n, n, (i) => (i % 2 === 0 ? c : 1 / c));
    const turned = (X: Float64Array) => X.map((x, p) => x * rows[p]);
    const want = along(n, A, [E, F]);
    // cof(R·A) = det(R)·R⁻¹·cof(A), and det(R) = c.
    const got = along(n, turned(A), [turned(E), turned(F)]).map((x, p) => (x / c) * rows[p]);
    expect(distance(got, want)).toBeLessThanOrEqual(100 * n * U * norm(want));
    const all = along(
      n,
      A.map((x) => x * c),
      [E.map((x) => x * c), F.map((x) => x * c)],
    );
    expect(
      distance(
        all.map((x) => x / c / c / c / c),
        want,
      ),
    ).toBeLessThanOrEqual(100 * n * U * norm(want));
  },
);

test('what is singular beyond the order has the derivative zero, whatever the directions', () => {
  const n = 6;
  const A = ofRank(n, 2);
  const [E, F, none] = [random(n * n), random(n * n, 3), new Float64Array(n * n)];
  expect(norm(along(n, A, [E, F]))).toBeLessThan(1e-14 * norm(A) ** 3);
  for (const [B, G] of [
    [none, E],
    [A, none],
    [none, none],
  ])
    expect(norm(along(n, B, [G, F]))).toBe(0);
  expect(norm(along(1, Float64Array.of(3), [Float64Array.of(2), Float64Array.of(5)]))).toBe(0);
  expect(along(0, new Float64Array(0), [new Float64Array(0)])).toEqual(new Float64Array(0));
});

test('the form is symmetric in its directions, and its own adjoint in each', () => {
  const n = 5;
  const inner = (X: Float64Array, Y: Float64Array) => X.reduce((s, x, i) => s + x * Y[i], 0);
  const [E, F, G] = [1, 2, 3].map((seed) => random(n * n, seed));
  for (const A of [random(n * n, 9), ofRank(n, 4), ofRank(n, 3), ofRank(n, 2)]) {
    const size = norm(along(n, A, [E, F])) * norm(G);
    expect(distance(along(n, A, [E, F]), along(n, A, [F, E])) * norm(G)).toBeLessThanOrEqual(1e-13 * size);
    expect(Math.abs(inner(along(n, A, [E, F]), G) - inner(along(n, A, [G, F]), E))).toBeLessThanOrEqual(
      1e-13 * size,
    );
  }
});

test('stacks mix members of every rank and broadcast with directions', () => {
  const n = 4;
  const members = [random(n * n), ofRank(n, 3), ofRank(n, 2), new Float64Array(n * n)];
  const A = { shape: [4, 1, n, n], data: Float64Array.from(members.flatMap((M) => [...M])) };
  const [E, F] = [{ shape: [2, n, n], data: random(2 * n * n, 5) }, square(n, random(n * n, 6))];
  const all = detFactor(lu(A, 'test')).spectral([E, F]);
  expect(all.shape).toEqual([4, 2, n, n]);
  members.forEach((M, i) => {
    const alone = along(n, M, [E.data.slice(n * n), F.data]);
    const slice = all.data.slice((2 * i + 1) * n * n, (2 * i + 2) * n * n);
    expect(distance(slice, alone)).toBeLessThanOrEqual(1e-13 * norm(M) * norm(E.data) * norm(F.data));
  });
});
