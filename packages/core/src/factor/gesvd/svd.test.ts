import { expect, test } from 'vitest';
import { build, distance, eye, norm, ofRank, random, seeded, transposed } from '../../kernel/fixtures.ts';
import { gemm } from '../../kernel/gemm.ts';
import { svd } from './svd.ts';

const U = 2 ** -53;
// LAPACK's limit for these ratios.
const LIMIT = 35;
const SHAPES: [number, number][] = [
  [0, 0],
  [0, 3],
  [3, 0],
  [1, 1],
  [1, 4],
  [2, 2],
  [3, 3],
  [5, 3],
  [3, 5],
  [10, 10],
  [33, 33],
  [50, 20],
  [20, 50],
  [65, 64],
  [64, 65],
  [127, 127],
];

/** A·Bᵀ for m×k A and n×k B with row strides of their own. */
function timesTransposed(
  m: number,
  n: number,
  k: number,
  A: Float64Array,
  aRow: number,
  B: Float64Array,
  bRow: number,
) {
  const C = new Float64Array(m * n);
  gemm(m, n, k, 1, A, 0, aRow, 1, B, 0, 1, bRow, 0, C, 0, n);
  return C;
}

function expectOrthonormal(rows: number, columns: number, Q: Float64Array): void {
  const T = transposed(rows, columns, Q);
  const G = timesTransposed(columns, columns, rows, T, rows, T, rows);
  expect(distance(G, eye(columns))).toBeLessThanOrEqual(LIMIT * Math.max(rows, 1) * U);
}

/** Checks the thin, full and values-only decompositions; returns the singular values. */
function check(m: number, n: number, A: Float64Array): Float64Array {
  const k = Math.min(m, n);
  const max = A.reduce((s, x) => Math.max(s, Math.abs(x)), 0) || 1;
  const unit = A.map((x) => x / max);
  const bound = LIMIT * Math.max(m, n, 1) * U * norm(unit);
  const thin = svd({ shape: [m, n], data: A }, 'svd');
  const full = m === n ? thin : svd({ shape: [m, n], data: A }, 'svd', { vectors: 'full' });
  for (const f of [thin, full]) {
    const [uRow, vRow] = [f.U.shape[1], f.V.shape[1]];
    expect([f.U.shape, f.s.shape, f.V.shape]).toEqual([
      [m, f === thin ? k : m],
      [k],
      [n, f === thin ? k : n],
    ]);
    const scaled = build(m, k, (i, j) => f.U.data[i * uRow + j] * (f.s.data[j] / max));
    expect(distance(timesTransposed(m, n, k, scaled, k, f.V.data, vRow), unit)).toBeLessThanOrEqual(bound);
    expectOrthonormal(m, uRow, f.U.data);
    expectOrthonormal(n, vRow, f.V.data);
    for (let j = 0; j < uRow; j++) {
      const column = Array.from({ length: m }, (_, i) => f.U.data[i * uRow + j]);
      const largest = Math.max(...column.map(Math.abs));
      expect(column.find((x) => Math.abs(x) > largest * (1 - 2 ** -26))).toBeGreaterThan(0);
    }
  }
  const { s } = svd({ shape: [m, n], data: A }, 'svd', { vectors: 'none' });
  expect(distance(s.data, thin.s.data) / max).toBeLessThanOrEqual(bound);
  for (const v of [s.data, thin.s.data]) {
    expect(v.every((x, i) => x >= 0 && (i === 0 || x <= v[i - 1]))).toBe(true);
  }
  return thin.s.data;
}

test.each(SHAPES)('a random %i×%i matrix is decomposed', (m, n) => {
  check(m, n, random(m * n, m + 2 * n + 1));
});

test('so is a large one', () => {
  check(200, 200, random(40000, 3));
});

test.each([1e150, 1e300, 1e-150, 1e-300, 2 ** -1060])('scaling by %f scales the singular values', (c) => {
  for (const [m, n] of [
    [3, 3],
    [12, 7],
    [40, 45],
  ]) {
    const A = random(m * n, 9);
    const B = A.map((x) => x * c);
    const s = c > 1e-305 ? check(m, n, B) : svd({ shape: [m, n], data: B }, 'svd').s.data;
    const reference = svd({ shape: [m, n], data: A }, 'svd').s.data;
    // Entries near 2^-1060 have a relative error of 2^-15.
    const error = distance(
      s.map((x) => x / c),
      reference,
    );
    expect(error).toBeLessThan((c > 1e-305 ? 1e-14 : 2 ** -14) * norm(reference));
  }
});

test.each([0, 1, 2, 17, 39])('U and V are orthogonal at rank %i of 40', (r) => {
  const s = check(40, 40, r === 0 ? new Float64Array(1600) : ofRank(40, r));
  expect(s.filter((x) => x > 1e-12 * (s[0] || 1))).toHaveLength(r);
  check(40, 50, r === 0 ? new Float64Array(2000) : ofRank(50, r).slice(0, 2000));
});

test.each([4, 32, 33, 65])('equal singular values are no difficulty at n = %i', (n) => {
  expect([...check(n, n, eye(n))]).toEqual(Array(n).fill(1));
  check(n, n, new Float64Array(n * n).fill(1));
  check(
    n,
    n,
    build(n, n, (i, j) => (i + 1 === j ? 1 : 0)),
  );
  // I + 11ᵀ, and an orthogonal matrix: the sine transform.
  const s = check(
    n,
    n,
    build(n, n, (i, j) => (i === j ? 2 : 1)),
  );
  expect(Math.max(...s.slice(1).map((x) => Math.abs(x - 1)))).toBeLessThan(10 * n * U * n);
  const scale = Math.sqrt(2 / (n + 1));
  const sine = check(
    n,
    n,
    build(n, n, (i, j) => scale * Math.sin((Math.PI * (((i + 1) * (j + 1)) % (2 * n + 2))) / (n + 1))),
  );
  expect(Math.max(...sine.map((x) => Math.abs(x - 1)))).toBeLessThan(10 * n * U);
});

test.each([2, 5, 31, 40, 100])(
  'a bidiagonal matrix of ones of order %i has the values 2cos(kπ/(2n+1))',
  (n) => {
    const s = check(
      n,
      n,
      build(n, n, (i, j) => (i === j || i + 1 === j ? 1 : 0)),
    );
    const exact = Float64Array.from(
      { length: n },
      (_, k) => 2 * Math.sin(((n - k - 0.5) * Math.PI) / (2 * n + 1)),
    );
    expect(Math.max(...s.map((x, i) => Math.abs(x - exact[i])))).toBeLessThan(10 * n * U);
  },
);

test('the values of a bidiagonal matrix have high relative accuracy', () => {
  // Kahan's example: d = 1, e = b; the product of the values is 1, the smallest about b^-(n-1).
  const n = 20;
  const s = svd({ shape: [n, n], data: build(n, n, (i, j) => (i === j ? 1 : i + 1 === j ? 8 : 0)) }, 'svd', {
    vectors: 'none',
  }).s.data;
  expect(Math.abs(s.reduce((p, x) => p * x, 1) - 1)).toBeLessThan(1e-12);
  expect(s[n - 1]).toBeLessThan(1e-17);
});

test.each([
  [10, 6],
  [45, 40],
])('graded %i×%i matrices, either way up', (m, n) => {
  const up = build(m, n, (i, j) => 10 ** (-(i + j) / 2) * (1 + ((i * j) % 3)));
  const a = check(m, n, up);
  const b = check(
    m,
    n,
    build(m, n, (i, j) => up[(m - 1 - i) * n + n - 1 - j]),
  );
  expect(Math.abs(a[0] - b[0])).toBeLessThan(1e-13 * a[0]);
});

test('blocks of very different size', () => {
  const B = random(1600, 4);
  const A = build(80, 80, (i, j) =>
    i < 40 && j < 40 ? B[i * 40 + j] : i >= 40 && j >= 40 ? 1e-200 * B[(i - 40) * 40 + j - 40] : 0,
  );
  const s = check(80, 80, A);
  const one = svd({ shape: [40, 40], data: B }, 'svd').s.data;
  expect(
    distance(
      s.slice(40).map((x) => x * 1e200),
      one,
    ),
  ).toBeLessThan(1e-13);
});

test('NaN and Infinity are refused', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const n of [1, 3, 40]) {
      const data = random(n * n);
      data[n * n - 1] = bad;
      expect(() => svd({ shape: [n, n], data }, 'svd')).toThrow(/finite/);
    }
  }
});

test.each(['thin', 'full', 'none'] as const)('stacks are decomposed member by member (%s)', (vectors) => {
  for (const [m, n] of [
    [4, 3],
    [3, 4],
    [36, 40],
  ]) {
    const data = random(4 * m * n);
    const f = svd({ shape: [2, 2, m, n], data }, 'svd', { vectors });
    const last = svd({ shape: [m, n], data: data.slice(3 * m * n) }, 'svd', { vectors });
    for (const key of ['U', 's', 'V'] as const) {
      expect(f[key].shape).toEqual([2, 2, ...last[key].shape]);
      expect(f[key].data.slice(3 * last[key].data.length)).toEqual(last[key].data);
    }
  }
  expect(svd({ shape: [0, 3, 3], data: new Float64Array(0) }, 'svd').U.shape).toEqual([0, 3, 3]);
});

test.each([
  [9, 7],
  [45, 45],
  [40, 70],
])('entries over the whole range of exponents, %i×%i', (m, n) => {
  const next = seeded(m + n);
  check(
    m,
    n,
    build(m, n, (i, j) => (Math.abs(i - j) < 2 ? 10 ** (300 * next()) : 0)),
  );
  check(
    m,
    n,
    build(m, n, () => next() * 10 ** (600 * next() * next())),
  );
  check(
    m,
    n,
    build(m, n, (i, j) => next() * 10 ** (-3 * (i + j))),
  );
});

test('rounding errors that shrink into the denormal numbers leave the vectors orthogonal', () => {
  check(150, 150, new Float64Array(22500).fill(1));
});
