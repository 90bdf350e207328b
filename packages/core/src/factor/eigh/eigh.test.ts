import { expect, test } from 'vitest';
import { build, distance, eye, norm, random, seeded, transposed } from '../../kernel/fixtures.ts';
import { gemm } from '../../kernel/gemm.ts';
import { eigh } from './eigh.ts';
import { eigvalsh } from './eigvalsh.ts';

const U = 2 ** -53;
const SIZES = [0, 1, 2, 3, 5, 10, 33, 50, 64, 65, 127];
// LAPACK's limit is 60 for ratios without the norm of a product in them; these are Frobenius norms.
const LIMIT = 20;

const symmetric = (n: number, seed = 1): Float64Array => {
  const next = seeded(seed);
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) A[i * n + j] = A[j * n + i] = next();
  return A;
};

function product(m: number, n: number, k: number, A: Float64Array, B: Float64Array): Float64Array {
  const C = new Float64Array(m * n);
  gemm(m, n, k, 1, A, 0, k, 1, B, 0, n, 1, 0, C, 0, n);
  return C;
}

/** Similar to diag(λ) by a random product of reflections, as exactly as rounding allows. */
function withSpectrum(lambda: readonly number[], seed = 1): Float64Array {
  const n = lambda.length;
  const { V } = eigh({ shape: [n, n], data: symmetric(n, seed) }, 'eigh');
  const scaled = V.data.map((x, p) => x * lambda[p % n]);
  const A = product(n, n, n, scaled, transposed(n, n, V.data));
  return build(n, n, (i, j) => (A[i * n + j] + A[j * n + i]) / 2);
}

/** Checks residual, orthogonality, order, signs and the values-only path; returns the eigenvalues. */
function check(n: number, A: Float64Array, limit = LIMIT): Float64Array {
  const { w, V } = eigh({ shape: [n, n], data: A }, 'eigh');
  const max = A.reduce((s, x) => Math.max(s, Math.abs(x)), 0) || 1;
  const unit = A.map((x) => x / max);
  const residual = distance(
    product(n, n, n, unit, V.data),
    V.data.map((x, p) => x * (w.data[p % n] / max)),
  );
  const bound = limit * n * U;
  expect(residual).toBeLessThanOrEqual(bound * norm(unit));
  expect(distance(product(n, n, n, transposed(n, n, V.data), V.data), eye(n))).toBeLessThanOrEqual(bound);
  expect(w.data.every((x, i) => i === 0 || x >= w.data[i - 1])).toBe(true);
  const values = eigvalsh({ shape: [n, n], data: A }, 'eigvalsh').data;
  for (let i = 0; i < n; i++) {
    expect(Math.abs(w.data[i] - values[i]) / max).toBeLessThanOrEqual(bound * norm(unit));
  }
  for (let j = 0; j < n; j++) {
    const column = Array.from({ length: n }, (_, i) => V.data[i * n + j]);
    const largest = Math.max(...column.map(Math.abs));
    expect(column.find((x) => Math.abs(x) > largest * (1 - 2 ** -26))).toBeGreaterThan(0);
  }
  return w.data;
}

function expectClose(w: Float64Array, exact: readonly number[], limit = LIMIT): void {
  const sorted = [...exact].sort((a, b) => a - b);
  const scale = Math.max(...exact.map(Math.abs));
  for (let i = 0; i < w.length; i++) {
    expect(Math.abs(w[i] - sorted[i])).toBeLessThanOrEqual(limit * w.length * U * scale);
  }
}

test.each(SIZES)('a random symmetric matrix of order %i is diagonalised', (n) => {
  check(n, symmetric(n, n + 1));
});

test('so is a large one', () => {
  check(200, symmetric(200));
});

test('only the lower triangle is read', () => {
  const A = symmetric(6);
  const B = build(6, 6, (i, j) => (j > i ? Number.NaN : A[i * 6 + j]));
  const a = eigh({ shape: [6, 6], data: A }, 'eigh');
  const b = eigh({ shape: [6, 6], data: B }, 'eigh');
  expect(b).toEqual(a);
  expect(A).toEqual(symmetric(6));
});

test.each([1e150, 1e300, 1e-150, 1e-300, 2 ** -1060])('scaling by %f scales the eigenvalues', (c) => {
  for (const n of [3, 10, 40]) {
    const A = symmetric(n);
    if (c > 1e-305)
      check(
        n,
        A.map((x) => x * c),
      );
    const w = eigvalsh({ shape: [n, n], data: A.map((x) => x * c) }, 'eigvalsh').data;
    const v = eigvalsh({ shape: [n, n], data: A }, 'eigvalsh').data;
    // Entries near 2^-1060 have a relative error of 2^-15.
    for (let i = 0; i < n; i++)
      expect(Math.abs(w[i] / c - v[i])).toBeLessThan(n * n * (c > 1e-305 ? 1e-14 : 2 ** -15));
  }
});

test.each([1, 2, 5, 33, 64, 127])(
  'second differences of order %i have the eigenvalues 2-2cos(kπ/(n+1))',
  (n) => {
    const A = build(n, n, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));
    expectClose(
      check(n, A),
      Array.from({ length: n }, (_, k) => 4 * Math.sin(((k + 1) * Math.PI) / (2 * n + 2)) ** 2),
    );
  },
);

test.each([2, 5, 10, 33, 64, 65])(
  'the symmetrised Clement matrix of order %i has the eigenvalues ±(n-1), ±(n-3), ...',
  (n) => {
    const A = build(n, n, (i, j) => {
      const k = Math.min(i, j) + 1;
      return Math.abs(i - j) === 1 ? Math.sqrt(k * (n - k)) : 0;
    });
    expectClose(
      check(n, A),
      Array.from({ length: n }, (_, k) => n - 1 - 2 * k),
    );
  },
);

test.each([1, 3, 32, 33, 65])('repeated eigenvalues are no difficulty at n = %i', (n) => {
  expect([...check(n, eye(n))]).toEqual(Array(n).fill(1));
  check(n, new Float64Array(n * n));
  // Pei: 1 n-1 times, and n + 1; a projection; an orthogonal matrix.
  const pei = build(n, n, (i, j) => (i === j ? 2 : 1));
  expectClose(check(n, pei), [...Array(n - 1).fill(1), n + 1]);
  const projection = Array.from({ length: n }, (_, i) => (i < n / 3 ? 1 : 0));
  expectClose(check(n, withSpectrum(projection)), projection);
  const reflection = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
  expectClose(check(n, withSpectrum(reflection)), reflection);
});

test('the Hadamard matrix of order 64 has the eigenvalues ±8', () => {
  const bits = (x: number): number => (x === 0 ? 0 : (x & 1) + bits(x >> 1));
  const H = build(64, 64, (i, j) => (bits(i & j) % 2 === 0 ? 1 : -1));
  expectClose(
    check(64, H),
    Array.from({ length: 64 }, (_, i) => (i < 32 ? -8 : 8)),
  );
});

test('pairs of eigenvalues closer than rounding (Wilkinson, also glued)', () => {
  const wilkinson = (n: number, glue: number) =>
    build(n, n, (i, j) => {
      if (i === j) return Math.abs((i % 21) - 10);
      return Math.abs(i - j) !== 1 ? 0 : Math.max(i, j) % 21 === 0 ? glue : 1;
    });
  const w = check(21, wilkinson(21, 0));
  // Wilkinson 1965, p. 309
  expect(w[20]).toBeCloseTo(10.746194182903393, 13);
  expect(w[19]).toBeCloseTo(10.746194182903322, 13);
  for (const glue of [1e-14, 1e-8, 1e-4, 1]) check(84, wilkinson(84, glue));
});

test('the Rosser matrix has its exact eigenvalues', () => {
  const rows = [
    [611, 196, -192, 407, -8, -52, -49, 29],
    [196, 899, 113, -192, -71, -43, -8, -44],
    [-192, 113, 899, 196, 61, 49, 8, 52],
    [407, -192, 196, 611, 8, 44, 59, -23],
    [-8, -71, 61, 8, 411, -599, 208, 208],
    [-52, -43, 49, 44, -599, 411, 208, 208],
    [-49, -8, 8, 59, 208, 208, 99, -911],
    [29, -44, 52, -23, 208, 208, -911, 99],
  ];
  const a = 10 * Math.sqrt(10405);
  const b = 100 * Math.sqrt(26);
  expectClose(check(8, Float64Array.from(rows.flat())), [a, 1020, 510 + b, 1000, 1000, 510 - b, 0, -a]);
});

test.each([3, 10, 40, 70])('graded matrices of order %i, either way up', (n) => {
  const up = build(n, n, (i, j) => 10 ** (-(i + j) / 2) * (i === j ? 2 : 1));
  const a = check(n, up);
  const down = build(n, n, (i, j) => up[(n - 1 - i) * n + n - 1 - j]);
  const b = check(n, down);
  expect(Math.abs(a[n - 1] - b[n - 1])).toBeLessThan(1e-13 * a[n - 1]);
});

test('blocks of very different size keep their own relative accuracy', () => {
  const A = build(6, 6, (i, j) =>
    Math.floor(i / 2) === Math.floor(j / 2) ? (i === j ? 2 : 1) * 1e-120 ** Math.floor(i / 2) : 0,
  );
  const w = check(6, A);
  for (const [i, x] of [1e-240, 3e-240, 1e-120, 3e-120, 1, 3].entries()) {
    expect(Math.abs(w[i] / x - 1)).toBeLessThan(1e-14);
  }
});

test('a diagonal matrix is its own spectrum, ordered', () => {
  const d = [3, -1, 0, 7, -1, 2.5];
  expect([
    ...check(
      6,
      build(6, 6, (i, j) => (i === j ? d[i] : 0)),
    ),
  ]).toEqual([-1, -1, 0, 2.5, 3, 7]);
  const n = 50;
  expect([
    ...check(
      n,
      build(n, n, (i, j) => (i === j ? (i * 7) % n : 0)),
    ),
  ]).toEqual(Array.from({ length: n }, (_, i) => i));
});

test('NaN and Infinity are refused, at every size', () => {
  for (const n of [1, 2, 8, 40]) {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const A = symmetric(n);
      A[n * n - 1] = bad;
      expect(() => eigh({ shape: [n, n], data: A }, 'eigh')).toThrow(/finite/);
      expect(() => eigvalsh({ shape: [n, n], data: A }, 'eigvalsh')).toThrow(/finite/);
    }
  }
});

test.each([3, 40])('stacks of order %i are decomposed member by member', (n) => {
  const data = Float64Array.from([1, 2, 3, 4, 5, 6].flatMap((seed) => [...symmetric(n, seed)]));
  const f = eigh({ shape: [2, 3, n, n], data }, 'eigh');
  expect([f.w.shape, f.V.shape]).toEqual([
    [2, 3, n],
    [2, 3, n, n],
  ]);
  const last = eigh({ shape: [n, n], data: data.slice(5 * n * n) }, 'eigh');
  expect(f.w.data.slice(5 * n)).toEqual(last.w.data);
  expect(f.V.data.slice(5 * n * n)).toEqual(last.V.data);
  expect(eigvalsh({ shape: [2, 3, n, n], data }, 'eigvalsh').shape).toEqual([2, 3, n]);
  expect(eigh({ shape: [0, n, n], data: new Float64Array(0) }, 'eigh').V.shape).toEqual([0, n, n]);
});

test('random spectra over 12 orders of magnitude', () => {
  const lambda = [...random(60, 5)].map((x) => 10 ** (24 * x));
  expectClose(check(60, withSpectrum(lambda)), lambda);
});

test.each([7, 30, 45, 70])('entries over the whole range of exponents, order %i', (n) => {
  const next = seeded(n);
  const mirrored = (entry: (i: number, j: number) => number) => {
    const A = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) A[i * n + j] = A[j * n + i] = entry(i, j);
    return A;
  };
  check(
    n,
    mirrored((i, j) => (i - j < 2 ? 10 ** (300 * next()) : 0)),
  );
  check(
    n,
    mirrored(() => next() * 10 ** (600 * next() * next())),
  );
  check(
    n,
    mirrored((i) => next() * 10 ** (-20 * i)),
  );
  check(
    n,
    mirrored((i, j) => (i === j ? Math.round(4 * next()) : 1e-13 * next())),
  );
});
