import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { build, distance, eye, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { square } from '../fixtures.ts';
import { hessenberg } from '../hessenberg/hessenberg.ts';
import { oriented } from './oriented.ts';
import { type Schur, schur } from './schur.ts';

const U = 2 ** -53;

/** Q·T·Qᵀ = A and QᵀQ = I within LAPACK's threshold, T quasi-triangular with standard blocks. */
function expectSchur(n: number, A: Float64Array, { T, Q }: { T: NdArray; Q: NdArray }): void {
  const bound = 30 * (n + 1) * U;
  const QT = product(n, n, n, Q.data, T.data);
  const back = product(n, n, n, QT, transposed(n, n, Q.data));
  expect(distance(back, A)).toBeLessThanOrEqual(bound * norm(A));
  expect(distance(product(n, n, n, transposed(n, n, Q.data), Q.data), eye(n))).toBeLessThanOrEqual(bound);
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i - 1; j++) expect(T.data[i * n + j]).toBe(0);
    const p = i * (n + 1);
    if (T.data[p - 1] === 0) continue;
    expect(T.data[p]).toBe(T.data[p - n - 1]);
    expect(Math.sign(T.data[p - 1])).toBe(-Math.sign(T.data[p - n]));
    if (i + 1 < n) expect(T.data[p + n]).toBe(0);
  }
}

/** The largest distance between computed eigenvalues and the nearest of those given as [re, im]. */
function mismatch(S: Schur, exact: readonly (readonly [number, number])[]): number {
  const { re, im } = S.eigenvalues();
  return exact.reduce((worst, [x, y]) => {
    const gaps = Array.from(re.data, (r, i) => Math.hypot(r - x, im.data[i] - y));
    return Math.max(worst, Math.min(...gaps));
  }, 0);
}

describe.each([0, 1, 2, 3, 5, 10, 33, 50, 64])('forms of size %i', (n) => {
  const A = random(n * n, n + 3);

  test('Schur', () => {
    const S = schur(square(n, A), 'test');
    expectSchur(n, A, S);
    expect(distance(S.reconstruct().data, A)).toBeLessThanOrEqual(30 * (n + 1) * U * norm(A));
    expectSchur(n, transposed(n, n, A), S.transposed());
    const { re } = S.eigenvalues();
    const trace = A.reduce((s, x, p) => (p % (n + 1) === 0 ? s + x : s), 0);
    expect(Math.abs(re.data.reduce((s, x) => s + x, 0) - trace)).toBeLessThanOrEqual(
      30 * (n + 1) * U * norm(A),
    );
  });

  test('Hessenberg', () => {
    const { H, Q } = hessenberg(square(n, A));
    const back = product(n, n, n, product(n, n, n, Q.data, H.data), transposed(n, n, Q.data));
    expect(distance(back, A)).toBeLessThanOrEqual(30 * (n + 1) * U * norm(A));
    for (let i = 0; i < n; i++) for (let j = 0; j < i - 1; j++) expect(H.data[i * n + j]).toBe(0);
  });
});

test.each([2, 3, 4, 7, 20, 40])(
  'blocks of size %i come in order of their real parts, each in its one form',
  (n) => {
    for (let seed = 0; seed < 5; seed++) {
      const A = random(n * n, 31 * seed + n);
      const form = oriented(schur(square(n, A), 'test'));
      expectSchur(n, A, form);
      const T = form.T.data;
      for (let i = 0; i + 1 < n; i++) {
        const p = i * (n + 1);
        expect(T[p]).toBeLessThanOrEqual(T[p + n + 1]);
        expect(Math.abs(T[p + n])).toBeLessThanOrEqual(T[p + n] === 0 ? 0 : Math.abs(T[p + 1]));
      }
      for (const c of [1e150, 1e-150]) {
        const scaled = oriented(schur(square(n, A.map((x) => x * c)), 'test')); // biome-ignore format: one call
        expect(distance(scaled.T.data.map((x) => x / c), T)).toBeLessThan(1e-11 * norm(A)); // biome-ignore format: one call
      }
    }
  },
);

describe('structured matrices', () => {
  const jordan = build(16, 16, (i, j) => (i === j ? 2 : j === i + 1 ? 1 : 0));
  const cases: [string, number, Float64Array][] = [
    ['zero', 7, new Float64Array(49)],
    ['Jordan', 16, jordan],
    ['Jordan, lower', 16, transposed(16, 16, jordan)],
    ['Forsythe', 16, jordan.map((x, p) => (p === 240 ? 1e-10 : x))],
    ['cyclic shift', 16, build(16, 16, (i, j) => ((i + 1) % 16 === j ? 1 : 0))],
    ['Frank', 12, build(12, 12, (i, j) => (j >= i - 1 ? 12 - Math.max(i, j) : 0))],
    ['Grcar', 32, build(32, 32, (i, j) => (j === i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0))],
    ['companion', 20, build(20, 20, (i, j) => (i === 0 ? -(j + 1) * ((j % 3) - 1) : j === i - 1 ? 1 : 0))],
    ['skew', 9, build(9, 9, (i, j) => Math.sign(j - i) * (1 + Math.min(i, j)))],
    ['block with zeros', 6, build(6, 6, (i, j) => (i < 3 && j < 3 ? i - j : i > 2 && j > 2 ? i * j : 0))],
  ];
  test.each(cases)('%s', (_, n, A) => {
    const S = schur(square(n, A), 'test');
    expectSchur(n, A, S);
    expectSchur(n, A, oriented(S));
  });

  test.each([1e150, 1e-150, 1e300, 1e-300])('scale %f', (c) => {
    const A = random(400, 5).map((x) => x * c);
    expectSchur(20, A, schur(square(20, A), 'test'));
  });

  test('a quasi-triangular matrix is its own form', () => {
    const T = Float64Array.of(1, 2, 3, 0, 4, 5, 0, -6, 4);
    const S = schur(square(3, T), 'test');
    expect(Array.from(S.T.data)).toEqual(Array.from(T));
    expect(Array.from(S.Q.data)).toEqual(Array.from(eye(3)));
  });

  test('Clement has integer eigenvalues, the cyclic shift roots of unity', () => {
    const clement = build(12, 12, (i, j) => (j === i + 1 ? i + 1 : j === i - 1 ? 12 - i : 0));
    const integers = Array.from({ length: 12 }, (_, i) => [2 * i - 11, 0] as const);
    expect(mismatch(schur(square(12, clement), 'test'), integers)).toBeLessThan(1e-12);
    const shift = build(8, 8, (i, j) => ((i + 1) % 8 === j ? 1 : 0));
    const roots = Array.from(
      { length: 8 },
      (_, i) => [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)] as const,
    );
    expect(mismatch(schur(square(8, shift), 'test'), roots)).toBeLessThan(1e-14);
  });

  test('stacks are factored member by member', () => {
    const A: NdArray = { shape: [2, 3, 4, 4], data: random(96, 8) };
    const S = schur(A, 'test');
    expect(S.reconstruct().shape).toEqual([2, 3, 4, 4]);
    expect(distance(S.reconstruct().data, A.data)).toBeLessThanOrEqual(30 * 5 * U * norm(A.data));
    const last = schur(square(4, A.data.slice(80)), 'test');
    expect(Array.from(S.T.data.slice(80))).toEqual(Array.from(last.T.data));
    expect(S.eigenvalues().im.shape).toEqual([2, 3, 4]);
  });

  test('what cannot converge ends in a typed error', () => {
    const A = random(25, 2).map((x, p) => (p === 7 ? Number.NaN : x));
    expect(() => schur(square(5, A), 'test')).toThrow(NoConvergenceError);
  });
});
