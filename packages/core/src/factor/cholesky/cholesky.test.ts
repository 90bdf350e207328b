import { describe, expect, test } from 'vitest';
import { NotPositiveDefiniteError } from '../../errors.ts';
import { build, definite, distance, eye, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { signsAndLogs } from '../det/determinants.ts';
import { lu } from '../lu/lu.ts';
import { cholesky } from './cholesky.ts';

const U = 2 ** -53;

describe.each([0, 1, 2, 3, 5, 10, 31, 32, 33, 50, 64, 65, 100])(
  'a Cholesky factorisation of size %i',
  (n) => {
    const A = definite(n, n + 1);
    const upperIsGarbage = A.map((x, p) => (p % n > Math.floor(p / n) ? Number.NaN : x));
    const f = cholesky({ shape: [n, n], data: upperIsGarbage }, 'test');
    const L = f.L.data;

    test('reconstructs A from a lower triangle, never reading above the diagonal', () => {
      expect(L.every((x, p) => (p % n > Math.floor(p / n) ? x === 0 : Number.isFinite(x)))).toBe(true);
      const back = product(n, n, n, L, transposed(n, n, L));
      expect(distance(back, A)).toBeLessThanOrEqual(30 * (n + 1) * U * norm(A));
    });

    test('solves, inverts symmetrically and takes the log-determinant', () => {
      const B = random(n * 3, 5);
      const X = f.solve({ shape: [n, 3], data: B }).data;
      const bound = 30 * (n + 1) * U * norm(A);
      expect(distance(product(n, 3, n, A, X), B)).toBeLessThanOrEqual(bound * norm(X));
      const Y = f.inverse().data;
      expect(Y).toEqual(transposed(n, n, Y));
      expect(distance(product(n, n, n, A, Y), eye(n))).toBeLessThanOrEqual(bound * norm(Y));
      const other = signsAndLogs(lu({ shape: [n, n], data: A }, 'test'))[1].data[0];
      expect(Math.abs(f.logdet().data[0] - other)).toBeLessThanOrEqual(
        bound * norm(Y) + (n + 1) * U * Math.abs(other),
      );
    });

    test.each([2 ** 1000, 2 ** -1000])('is exactly the same at scale %f', (c) => {
      const g = cholesky({ shape: [n, n], data: A.map((x) => x * c) }, 'test');
      expect(g.L.data).toEqual(L.map((x) => x * Math.sqrt(c)));
    });
  },
);

test('what is graded is factored as well as what is not', () => {
  const n = 6;
  const A = definite(n, 3, 1);
  const D = Array.from({ length: n }, (_, i) => 10 ** (-9 * i));
  const f = cholesky({ shape: [n, n], data: A.map((x, p) => x * D[Math.floor(p / n)] * D[p % n]) }, 'test');
  const plain = cholesky({ shape: [n, n], data: A }, 'test').L.data;
  const unscaled = build(n, n, (i, j) => f.L.data[i * n + j] / D[i]);
  expect(distance(unscaled, plain)).toBeLessThan(100 * n * U * norm(plain));
});

test.each([0, 20, 50, 99])('the first pivot that is not positive is named: %i of 100', (at) => {
  const A = eye(100);
  A[at * 101] = -2;
  try {
    cholesky({ shape: [100, 100], data: A }, 'cholesky');
    expect.unreachable();
  } catch (e) {
    expect(e).toBeInstanceOf(NotPositiveDefiniteError);
    const { op, pivot, value, member } = e as NotPositiveDefiniteError;
    expect([op, pivot, value, member]).toEqual(['cholesky', at, -2, undefined]);
  }
});

test('stacks broadcast and name their bad member', () => {
  const A = { shape: [2, 3, 3], data: Float64Array.of(...definite(3, 1), ...definite(3, 2)) };
  const b = { shape: [3, 1], data: random(3) };
  const X = cholesky(A, 'x').solve(b);
  expect(X.shape).toEqual([2, 3, 1]);
  expect(cholesky(A, 'x').logdet().shape).toEqual([2]);
  A.data[9] = 0;
  expect(() => cholesky(A, 'x')).toThrow(expect.objectContaining({ member: 1, pivot: 0, value: 0 }));
});
