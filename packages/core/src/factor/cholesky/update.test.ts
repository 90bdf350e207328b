import { expect, test } from 'vitest';
import { NotPositiveDefiniteError } from '../../errors.ts';
import { build, definite, distance, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { cholesky } from './cholesky.ts';
import { choleskyDowndate, choleskyUpdate } from './update.ts';

const U = 2 ** -53;
const THRESHOLD = 30; // of LAPACK's tests
const vector = (x: Float64Array) => ({ shape: [x.length], data: x });
const factor = (n: number, A: Float64Array) => cholesky({ shape: [n, n], data: A }, 'test').L;
const square = (n: number, L: Float64Array) => product(n, n, n, L, transposed(n, n, L));

test.each([0, 1, 2, 3, 10, 33])('a factor of size %i, updated and downdated', (n) => {
  const A = definite(n, n + 1);
  const x = random(n, 5);
  const sum = A.map((a, p) => a + x[Math.floor(p / n)] * x[p % n]);
  const up = choleskyUpdate(factor(n, A), vector(x));
  expect(distance(square(n, up.data), sum)).toBeLessThanOrEqual(THRESHOLD * n * U * norm(sum));
  expect(up.data.filter((l, p) => p % n > Math.floor(p / n) && l !== 0)).toHaveLength(0);
  expect(up.data.filter((l, p) => p % (n + 1) === 0 && !(l > 0))).toHaveLength(0);
  const down = choleskyDowndate(up, vector(x), 'x');
  expect(distance(square(n, down.data), A)).toBeLessThanOrEqual(THRESHOLD * n * U * norm(sum));
  expect(down.data.filter((l, p) => p % (n + 1) === 0 && !(l > 0))).toHaveLength(0);
});

test.each([1e150, 1e-150])('scale %f', (c) => {
  const n = 6;
  const L = factor(n, definite(n, 3));
  const x = random(n, 5).map((v) => v / 10);
  const scaled = { shape: L.shape, data: L.data.map((l) => l * c) };
  for (const change of [choleskyUpdate, (M: typeof L, v: typeof L) => choleskyDowndate(M, v, 'x')]) {
    const expected = change(L, vector(x)).data;
    const got = change(scaled, vector(x.map((v) => v * c))).data;
    expect(
      distance(
        got.map((l) => l / c),
        expected,
      ),
    ).toBeLessThanOrEqual(THRESHOLD * n * U * norm(expected));
  }
});

test('what does not stay positive definite is refused with its pivot', () => {
  const I = build(4, 4, (i, j) => (i === j ? 1 : 0));
  const L = { shape: [4, 4], data: I };
  const refuse = (x: number[]): NotPositiveDefiniteError => {
    try {
      choleskyDowndate(L, vector(Float64Array.from(x)), 'choleskyDowndate');
    } catch (e) {
      expect(e).toBeInstanceOf(NotPositiveDefiniteError);
      return e as NotPositiveDefiniteError;
    }
    throw new Error('nothing was thrown');
  };
  const e = refuse([0, 2, 0, 0]);
  expect([e.op, e.pivot, e.value, e.member]).toEqual(['choleskyDowndate', 1, -3, undefined]);
  // I - xxᵀ with x = (.8, .8): pivots .36 and 1 - .64/.36
  const f = refuse([0.8, 0.8, 0, 0]);
  expect(f.pivot).toBe(1);
  expect(f.value).toBeCloseTo(1 - 0.64 / 0.36, 12);
  expect(refuse([0, 0, 1, 0]).value).toBe(0);
  expect(refuse([Number.NaN, 0, 0, 0]).pivot).toBe(0);
  expect(choleskyDowndate(L, vector(Float64Array.of(0, 0, 1 - 1e-12, 0)), 'x').data[10]).toBeGreaterThan(
    1e-7,
  );
});

test('stacks broadcast, and the arguments are left alone', () => {
  const n = 3;
  const L = { shape: [2, 1, n, n], data: new Float64Array(2 * n * n) };
  L.data.set(factor(n, definite(n, 1)).data);
  L.data.set(factor(n, definite(n, 2)).data, n * n);
  const x = { shape: [4, n], data: random(4 * n, 3) };
  const before = [L.data.slice(), x.data.slice()];
  const up = choleskyUpdate(L, x);
  expect(up.shape).toEqual([2, 4, n, n]);
  for (let i = 0; i < 8; i++) {
    const l = {
      shape: [n, n],
      data: L.data.slice(Math.floor(i / 4) * n * n, (Math.floor(i / 4) + 1) * n * n),
    };
    const one = choleskyUpdate(l, vector(x.data.slice((i % 4) * n, ((i % 4) + 1) * n)));
    expect(up.data.slice(i * n * n, (i + 1) * n * n)).toEqual(one.data);
  }
  const far = { shape: x.shape, data: x.data.map((v, p) => (p < 2 * n ? 0 : 100 * v)) };
  try {
    choleskyDowndate(L, far, 'x');
    expect.unreachable();
  } catch (e) {
    expect((e as NotPositiveDefiniteError).member).toBe(2);
  }
  expect([L.data, x.data]).toEqual(before);
});
