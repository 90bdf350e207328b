import { describe, expect, test } from 'vitest';
import { SingularMatrixError } from '../../errors.ts';
import { build, distance, eye, norm, product, random } from '../../kernel/fixtures.ts';
import { square } from '../fixtures.ts';
import { ldl } from './ldl.ts';

const U = 2 ** -53;
const THRESHOLD = 30; // of LAPACK's tests
const symmetric = (n: number, seed = 1): Float64Array => {
  const G = random(n * n, seed);
  return build(n, n, (i, j) => G[i * n + j] + G[j * n + i]);
};

function expectFactored(n: number, A: Float64Array): void {
  const f = ldl(square(n, A), 'test');
  const bound = THRESHOLD * n * U * norm(A);
  expect(distance(f.reconstruct().data, A)).toBeLessThanOrEqual(bound);
  expect([...f.perm].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
  const L = f.L.data;
  const D = f.D().data;
  expect(L.filter((x, p) => Math.abs(x) > 2.8 || (p % n > Math.floor(p / n) && x !== 0))).toHaveLength(0);
  expect(D.filter((x, p) => Math.abs((p % n) - Math.floor(p / n)) > 1 && x !== 0)).toHaveLength(0);
  const B = random(2 * n, 7);
  if (f.slogdet()[0].data[0] === 0) return;
  const X = f.solve({ shape: [n, 2], data: B }).data;
  expect(distance(product(n, 2, n, A, X), B)).toBeLessThanOrEqual(bound * norm(X));
}

test.each([0, 1, 2, 3, 5, 10, 33, 50, 64, 65])('random symmetric matrices of size %i', (n) => {
  for (let seed = 1; seed <= 4; seed++) expectFactored(n, symmetric(n, seed));
});

test.each([1e300, 1e150, 1e-150, 1e-300])('scale %f', (c) => {
  const n = 12;
  const A = symmetric(n, 3);
  const scaled = A.map((x) => x * c);
  const f = ldl(square(n, scaled), 'x');
  const g = ldl(square(n, A), 'x');
  expect(
    distance(
      f.reconstruct().data.map((x) => x / c),
      A,
    ),
  ).toBeLessThanOrEqual(THRESHOLD * n * U * norm(A));
  expect(f.inertia()).toEqual(g.inertia());
  const logs = [f, g].map((h) => h.slogdet()[1].data[0]);
  expect(Math.abs(logs[0] - logs[1] - n * Math.log(c))).toBeLessThan(1e-9);
  const X = f.inverse().data.map((x) => x * c);
  const Y = g.inverse().data;
  expect(distance(X, Y)).toBeLessThanOrEqual(THRESHOLD * n * U * norm(A) * norm(Y) * norm(Y));
});

describe('special matrices', () => {
  const n = 8;
  const anti = build(n, n, (i, j) => (i + j === n - 1 ? 1 : 0));
  const cases: [string, Float64Array][] = [
    ['zero', new Float64Array(n * n)],
    ['zero diagonal', symmetric(n, 5).map((x, p) => (p % (n + 1) === 0 ? 0 : x))],
    ['exchange', anti],
    [
      'bordered',
      build(n, n, (i, j) => (i === j && i > 2 ? 1 : i > 2 !== j > 2 ? i - j * j : 0)).map(
        (x, p, A) => (x + A[(p % n) * n + Math.floor(p / n)]) / 2,
      ),
    ],
    ['arrow', build(n, n, (i, j) => (i === 0 || j === 0 || i === j ? 1 + i + j : 0))],
    ['graded', build(n, n, (i, j) => 10 ** (-3 * (i + j)) * (1 + Math.cos(i * j)))],
    ['graded the other way', build(n, n, (i, j) => 10 ** (-3 * (14 - i - j)) * (1 + Math.cos(i * j)))],
    ['small diagonal', symmetric(n, 6).map((x, p) => (p % (n + 1) === 0 ? x * 1e-12 : x))],
    ['ones', new Float64Array(n * n).fill(1)],
    ['large beside small', build(n, n, (i, j) => (i === j ? 1e-8 : Math.abs(i - j) === 1 ? 1e8 : 0))],
  ];
  test.each(cases)('%s', (_, A) => expectFactored(n, A));

  test('inertia and determinant of matrices that have them in closed form', () => {
    const f = ldl(square(n, anti), 'x');
    expect([...f.inertia()]).toEqual([4, 4, 0]);
    expect(f.det().data[0]).toBe(1);
    expect([...ldl(square(n, new Float64Array(n * n).fill(-1)), 'x').inertia()]).toEqual([0, 1, 7]);
    expect([...ldl(square(3, new Float64Array(9)), 'x').inertia()]).toEqual([0, 0, 3]);
    // Clement's matrix, symmetric: eigenvalues ±(n-1), ±(n-3), ...
    const C = build(n, n, (i, j) =>
      Math.abs(i - j) === 1 ? Math.sqrt((Math.min(i, j) + 1) * (n - 1 - Math.min(i, j))) : 0,
    );
    const g = ldl(square(n, C), 'x');
    expect([...g.inertia()]).toEqual([4, 4, 0]);
    expect(Math.abs(g.det().data[0] / (1 * 9 * 25 * 49) - 1)).toBeLessThan(THRESHOLD * n * U);
  });

  test('inertia follows a shift through the spectrum of the second difference', () => {
    for (let k = 0; k <= n; k++) {
      const shift = 2 - 2 * Math.cos(((k + 0.5) * Math.PI) / (n + 1));
      const T = build(n, n, (i, j) => (i === j ? 2 - shift : Math.abs(i - j) === 1 ? -1 : 0));
      expect([...ldl(square(n, T), 'x').inertia()]).toEqual([n - k, k, 0]);
    }
  });

  test('determinants out of range have their logarithms', () => {
    const f = ldl(
      square(
        n,
        anti.map((x) => x * -(2 ** 900)),
      ),
      'x',
    );
    expect(f.det().data[0]).toBe(Number.POSITIVE_INFINITY);
    expect(f.slogdet().map((x) => x.data[0])).toEqual([1, 7200 * Math.LN2]);
  });

  test('what is singular is named when it is to be divided by', () => {
    const A = new Float64Array(2 * n * n);
    A.set(eye(n));
    A.set(
      eye(n).map((x, p) => (p === 5 * (n + 1) ? 0 : x)),
      n * n,
    );
    const f = ldl({ shape: [2, n, n], data: A }, 'solve');
    expect([...f.det().data]).toEqual([1, 0]);
    expect(f.slogdet()[1].data[1]).toBe(Number.NEGATIVE_INFINITY);
    try {
      f.inverse();
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(SingularMatrixError);
      const { op, pivot, member, rcond } = e as SingularMatrixError;
      expect([op, pivot, member, rcond]).toEqual(['solve', 5, 1, 0]);
    }
  });
});

test('only the lower triangle is read, and the argument is left alone', () => {
  const n = 9;
  const A = symmetric(n, 2);
  const lower = A.map((x, p) => (p % n > Math.floor(p / n) ? Number.NaN : x));
  const before = lower.slice();
  expect(distance(ldl(square(n, lower), 'x').reconstruct().data, A)).toBeLessThan(
    THRESHOLD * n * U * norm(A),
  );
  expect(lower).toEqual(before);
});

test('stacks broadcast', () => {
  const n = 4;
  const A = new Float64Array(3 * n * n);
  for (let i = 0; i < 3; i++)
    A.set(
      symmetric(n, i + 1).map((x) => x * [1, 1e200, 1e-320][i]),
      i * n * n,
    );
  const f = ldl({ shape: [3, 1, n, n], data: A }, 'x');
  const B = random(2 * n * 2, 5);
  const X = f.solve({ shape: [2, n, 2], data: B });
  expect([X.shape, f.det().shape, f.inverse().shape]).toEqual([
    [3, 2, n, 2],
    [3, 1],
    [3, 1, n, n],
  ]);
  for (let i = 0; i < 3; i++) {
    const one = ldl(square(n, A.slice(i * n * n, (i + 1) * n * n)), 'x');
    expect(f.inverse().data.slice(i * n * n, (i + 1) * n * n)).toEqual(one.inverse().data);
    expect(f.inertia().slice(3 * i, 3 * i + 3)).toEqual(one.inertia());
    for (let j = 0; j < 2; j++) {
      const b = { shape: [n, 2], data: B.slice(j * 2 * n, (j + 1) * 2 * n) };
      const at = (2 * i + j) * 2 * n;
      expect(X.data.slice(at, at + 2 * n)).toEqual(one.solve(b).data);
    }
  }
  expect(ldl({ shape: [0, n, n], data: new Float64Array(0) }, 'x').inverse().shape).toEqual([0, n, n]);
});
