import { describe, expect, test } from 'vitest';
import { SingularMatrixError } from '../../errors.ts';
import {
  build,
  distance,
  eye,
  gfpp,
  norm,
  product,
  random,
  seeded,
  transposed,
} from '../../kernel/fixtures.ts';
import { determinants, signsAndLogs } from '../det/determinants.ts';
import { square } from '../fixtures.ts';
import { type LU, lu } from './lu.ts';
import { rcondOf } from './rcond.ts';

const U = 2 ** -53;
const rcond = ({ factors, A }: LU, m = 0) => rcondOf(factors, m, A.data, m * A.shape[0] ** 2);
const caught = (f: () => unknown): SingularMatrixError => {
  try {
    f();
  } catch (e) {
    expect(e).toBeInstanceOf(SingularMatrixError);
    return e as SingularMatrixError;
  }
  throw new Error('nothing was thrown');
};

describe.each([0, 1, 2, 3, 5, 10, 33, 50, 64, 65, 100])('an LU of size %i', (n) => {
  const A = random(n * n, n + 1);
  const f = lu(square(n, A), 'test');
  const bound = 30 * (n + 1) * U;

  test('solves with residuals within the LAPACK threshold', () => {
    const B = random(n * 4, 9);
    const X = f.solve({ shape: [n, 4], data: B }).data;
    expect(distance(product(n, 4, n, A, X), B)).toBeLessThanOrEqual(bound * norm(A) * norm(X));
    const Y = f.solveT({ shape: [n, 4], data: B }).data;
    expect(distance(product(n, 4, n, transposed(n, n, A), Y), B)).toBeLessThanOrEqual(
      bound * norm(A) * norm(Y),
    );
  });

  test('inverts from both sides', () => {
    const X = f.inverse().data;
    expect(distance(product(n, n, n, A, X), eye(n))).toBeLessThanOrEqual(bound * norm(A) * norm(X));
    expect(distance(product(n, n, n, X, A), eye(n))).toBeLessThanOrEqual(bound * norm(A) * norm(X));
  });

  test('has the determinant of its transpose, and slogdet agrees with it', () => {
    const det = determinants(f).data[0];
    const [sign, logabs] = signsAndLogs(f);
    const other = determinants(lu(square(n, transposed(n, n, A)), 'test')).data[0];
    expect(Math.abs(det - other)).toBeLessThanOrEqual(
      bound * norm(A) * norm(f.inverse().data) * Math.abs(det),
    );
    expect(sign.data[0]).toBe(Math.sign(det));
    expect(Math.abs(logabs.data[0] - Math.log(Math.abs(det)))).toBeLessThanOrEqual(bound);
  });

  test.each([1e300, 1e150, 1e-150, 1e-300])('is the same at scale %f', (c) => {
    const scaled = A.map((x) => x * c);
    const g = lu(square(n, scaled), 'test');
    g.requireWellConditioned('test');
    // Scales are powers of two, so c itself moves an entry by less than 2 against its row and column.
    const change = rcond(g) / rcond(f);
    expect(change).toBeGreaterThan(1 / 8);
    expect(change).toBeLessThan(8);
    const X = g.inverse().data.map((x) => x * c);
    const condition = norm(A) * norm(f.inverse().data);
    expect(distance(X, f.inverse().data)).toBeLessThanOrEqual(bound * condition * norm(X));
    const expected = signsAndLogs(f)[1].data[0] + n * Math.log(c);
    expect(Math.abs(signsAndLogs(g)[1].data[0] - expected)).toBeLessThanOrEqual(
      bound * (condition + Math.abs(expected)),
    );
  });
});

describe('exactly singular matrices', () => {
  test.each([0, 4, 9])('zero column %i: det 0, slogdet [0, -Infinity], solve throws with the pivot', (at) => {
    const n = 10;
    const f = lu(
      square(
        n,
        random(n * n).map((x, p) => (p % n === at ? 0 : x)),
      ),
      'solve',
    );
    expect(determinants(f).data[0]).toBe(0);
    expect(signsAndLogs(f).map((x) => x.data[0])).toEqual([0, Number.NEGATIVE_INFINITY]);
    expect(rcond(f)).toBe(0);
    const e = caught(() => f.inverse());
    expect([e.op, e.pivot, e.rcond, e.member]).toEqual(['solve', at, 0, undefined]);
    expect(caught(() => f.requireWellConditioned('inv')).op).toBe('inv');
    expect(e.message).toMatch(/^solve: .*singular.*\n./s);
  });

  test('the zero matrix of any size', () => {
    for (const n of [1, 2, 40])
      expect(caught(() => lu(square(n, new Float64Array(n * n)), 'x').inverse()).pivot).toBe(0);
  });
});

test('a matrix singular but for rounding is refused, with a finite rcond', () => {
  const A = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const e = caught(() => lu(square(3, Float64Array.from(A)), 'inv').requireWellConditioned('inv'));
  expect(e.rcond).toBeGreaterThanOrEqual(0);
  expect(e.rcond).toBeLessThan(2 ** -52);
  expect(determinants(lu(square(3, Float64Array.from(A)), 'det')).data[0]).not.toBeNaN();
});

test('bad scaling of rows and columns is no bad condition', () => {
  const n = 8;
  const next = seeded(5);
  const powers = Array.from({ length: 2 * n }, () => 2 ** Math.round(600 * next()));
  const A = random(n * n, 3).map((x, p) => x + (p % (n + 1) === 0 ? 2 : 0));
  const scaled = A.map((x, p) => x * powers[Math.floor(p / n)] * powers[n + (p % n)]);
  const f = lu(square(n, scaled), 'test');
  f.requireWellConditioned('test');
  expect(rcond(f)).toBeGreaterThan(1e-3);
  const X = f.inverse().data.map((x, p) => x * powers[n + Math.floor(p / n)] * powers[p % n]);
  expect(distance(product(n, n, n, A, X), eye(n))).toBeLessThan(30 * n * U * norm(A) * norm(X));
});

test('columns too far apart for their rows are scaled first', () => {
  const f = lu(square(2, Float64Array.of(1e200, 1e-200, 1e200, 2e-200)), 'test');
  f.requireWellConditioned('test');
  expect(Math.abs(determinants(f).data[0] - 1)).toBeLessThan(8 * U);
});

test('denormal entries keep the digits that they have', () => {
  const f = lu(square(2, Float64Array.of(3 * 5e-324, 5e-324, 5e-324, 2 * 5e-324)), 'test');
  f.requireWellConditioned('test');
  const [sign, logabs] = signsAndLogs(f);
  expect(sign.data[0]).toBe(1);
  expect(Math.abs(logabs.data[0] - (Math.log(5) - 2148 * Math.LN2))).toBeLessThan(1e-12);
});

test.each([32, 40, 64, 100])(
  'gfpp of size %i, where partial pivoting grows by 2^(n-1), loses nothing',
  (n) => {
    // A perturbation, so that the doubling is not exact.
    const noise = random(n * n, 4);
    const A = gfpp(n).map((x, p) => x * (1 + noise[p] / 100));
    const f = lu(square(n, A), 'test');
    const X = f.inverse().data;
    expect(distance(product(n, n, n, A, X), eye(n))).toBeLessThan(30 * n * U * norm(A) * norm(X));
    const B = random(n * 2, 8);
    const Y = f.solveT({ shape: [n, 2], data: B }).data;
    expect(distance(product(n, 2, n, transposed(n, n, A), Y), B)).toBeLessThan(
      30 * n * U * norm(A) * norm(Y),
    );
    expect(Math.abs(determinants(lu(square(n, gfpp(n)), 'x')).data[0] / 2 ** (n - 1) - 1)).toBeLessThan(
      n * U,
    );
    const other = signsAndLogs(lu(square(n, transposed(n, n, A)), 'x'));
    expect(Math.abs(signsAndLogs(f)[1].data[0] - other[1].data[0])).toBeLessThan(30 * n * n * U);
    expect(signsAndLogs(f)[0].data[0]).toBe(other[0].data[0]);
  },
);

test('determinants out of range are 0 or Infinity, their logarithms exact', () => {
  const n = 40;
  const big = lu(
    square(
      n,
      eye(n).map((x) => x * 2 ** 60),
    ),
    'x',
  );
  expect(determinants(big).data[0]).toBe(Number.POSITIVE_INFINITY);
  expect(signsAndLogs(big)[1].data[0]).toBe(2400 * Math.LN2);
  const small = lu(
    square(
      n,
      eye(n).map((x) => -x * 2 ** -60),
    ),
    'x',
  );
  expect(determinants(small).data[0]).toBe(0);
  expect(signsAndLogs(small).map((x) => x.data[0])).toEqual([1, -2400 * Math.LN2]);
});

describe('the condition estimate', () => {
  test.each([2, 3, 5, 10, 30, 70])('of random matrices of size %i is a bound within a factor of 3', (n) => {
    for (let seed = 1; seed <= 20; seed++) {
      const A = random(n * n, seed).map((x) => 2 * x + 0.01 * Math.sign(x));
      const norm1 = (M: Float64Array) =>
        Math.max(
          ...build(1, n, (_, j) => build(n, 1, (i) => Math.abs(M[i * n + j])).reduce((s, x) => s + x)),
        );
      const f = lu(square(n, A), 'x');
      const exact = 1 / (norm1(A) * norm1(f.inverse().data));
      const estimate = rcond(f);
      // Equilibrating changes the condition of these matrices by less than 4.
      expect(estimate / exact).toBeGreaterThan(1 / 4);
      expect(estimate / exact).toBeLessThan(4 * 3);
    }
  });

  test('is 1 for permutations and for 0×0', () => {
    expect(rcond(lu(square(0, new Float64Array(0)), 'x'))).toBe(1);
    expect(rcond(lu(square(3, Float64Array.of(0, 1, 0, 0, 0, 1, 1, 0, 0)), 'x'))).toBe(1);
  });

  test('of Hilbert matrices falls as it must', () => {
    const hilbert = (n: number) =>
      rcond(
        lu(
          square(
            n,
            build(n, n, (i, j) => 1 / (1 + i + j)),
          ),
          'x',
        ),
      );
    expect(hilbert(6)).toBeGreaterThan(1e-8);
    expect(hilbert(8)).toBeLessThan(1e-8);
    expect(hilbert(16)).toBeLessThan(1e-15);
  });
});

describe('stacks', () => {
  const n = 5;
  const A = { shape: [2, 1, n, n], data: random(2 * n * n, 6) };
  const B = { shape: [3, n, 2], data: random(3 * n * 2, 7) };

  test('broadcast as in NumPy, member by member', () => {
    const f = lu(A, 'x');
    for (const T of [false, true]) {
      const X = T ? f.solveT(B) : f.solve(B);
      expect(X.shape).toEqual([2, 3, n, 2]);
      for (let i = 0; i < 2; i++) {
        for (let j = 0; j < 3; j++) {
          const one = lu(square(n, A.data.slice(i * n * n, (i + 1) * n * n)), 'x');
          const b = { shape: [n, 2], data: B.data.slice(j * n * 2, (j + 1) * n * 2) };
          const at = (i * 3 + j) * n * 2;
          expect(X.data.slice(at, at + n * 2)).toEqual((T ? one.solveT(b) : one.solve(b)).data);
        }
      }
    }
    expect(determinants(f).shape).toEqual([2, 1]);
    expect(f.inverse().shape).toEqual([2, 1, n, n]);
  });

  test('name the member that is singular, and leave the input alone', () => {
    const data = A.data.map((x, p) => (p >= n * n && p % n === 2 ? 0 : x));
    const before = data.slice();
    const f = lu({ shape: [2, n, n], data }, 'solve');
    const e = caught(() => f.solve(B));
    expect([e.member, e.pivot]).toEqual([1, 2]);
    expect(determinants(f).data[1]).toBe(0);
    expect(data).toEqual(before);
  });

  test('may be empty', () => {
    const f = lu({ shape: [0, n, n], data: new Float64Array(0) }, 'x');
    expect(f.inverse().shape).toEqual([0, n, n]);
    expect(determinants(f).data).toHaveLength(0);
  });

  test('mix members that need complete pivoting or scaling with members that do not', () => {
    const m = 32;
    const plain = random(m * m, 2);
    const data = new Float64Array(3 * m * m);
    data.set(plain);
    data.set(gfpp(m), m * m);
    data.set(
      plain.map((x) => x * 1e-300),
      2 * m * m,
    );
    const f = lu({ shape: [3, m, m], data }, 'x');
    const X = f.inverse().data;
    for (let i = 0; i < 3; i++) {
      const [a, x] = [data, X].map((d) => d.slice(i * m * m, (i + 1) * m * m));
      expect(distance(product(m, m, m, a, x), eye(m))).toBeLessThan(30 * m * U * norm(a) * norm(x));
    }
  });
});
