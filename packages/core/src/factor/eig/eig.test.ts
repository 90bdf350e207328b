import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { build, distance, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { of, square } from '../fixtures.ts';
import { eig, eigvals } from './eig.ts';

const U = 2 ** -53;

/** ‖A·V - V·diag(w)‖ within LAPACK's threshold, columns of norm 1, eigenvalues in order and closed under conjugation. */
function expectEig(n: number, A: Float64Array, bound = 30 * (n + 1) * U): void {
  const { values, vectors } = eig(square(n, A), 'test');
  const [wr, wi, vr, vi] = [values.re.data, values.im.data, vectors.re.data, vectors.im.data];
  const left = [product(n, n, n, A, vr), product(n, n, n, A, vi)];
  const right = [
    build(n, n, (i, j) => vr[i * n + j] * wr[j] - vi[i * n + j] * wi[j]),
    build(n, n, (i, j) => vr[i * n + j] * wi[j] + vi[i * n + j] * wr[j]),
  ];
  expect(distance(left[0], right[0])).toBeLessThanOrEqual(bound * norm(A));
  expect(distance(left[1], right[1])).toBeLessThanOrEqual(bound * norm(A));
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += vr[i * n + j] ** 2 + vi[i * n + j] ** 2;
    expect(Math.abs(sum - 1)).toBeLessThan(1e-14);
    if (j > 0) expect(wr[j] > wr[j - 1] || (wr[j] === wr[j - 1] && wi[j] >= wi[j - 1])).toBe(true);
  }
  const key = (k: number, s: number) => `${wr[k]} ${s * wi[k] || 0}`;
  const every = (s: number) => Array.from(wr, (_, k) => key(k, s)).sort();
  expect(every(-1)).toEqual(every(1));
}

test.each([0, 1, 2, 3, 5, 10, 33, 64])('random, size %i', (n) => {
  const A = random(n * n, n + 3);
  expectEig(n, A);
  // Without vectors only the diagonal blocks are kept up: the same numbers but for rounding.
  const [all, only] = [eig(square(n, A), 'test').values, eigvals(square(n, A), 'test')];
  expect(distance(all.re.data, only.re.data)).toBeLessThanOrEqual(1e-11 * norm(A));
  expect(distance(all.im.data, only.im.data)).toBeLessThanOrEqual(1e-11 * norm(A));
});

describe('structured matrices', () => {
  const jordan = build(6, 6, (i, j) => (i === j ? 2 : j === i + 1 ? 1 : 0));
  const cases: [string, number, Float64Array][] = [
    ['zero', 4, new Float64Array(16)],
    ['Jordan', 6, jordan],
    ['Jordan, lower', 6, transposed(6, 6, jordan)],
    ['cyclic shift', 9, build(9, 9, (i, j) => ((i + 1) % 9 === j ? 1 : 0))],
    ['skew', 8, build(8, 8, (i, j) => Math.sign(j - i) * (i + j))],
    ['Frank', 10, build(10, 10, (i, j) => (j >= i - 1 ? 10 - Math.max(i, j) : 0))],
    ['Grcar', 20, build(20, 20, (i, j) => (j === i - 1 ? -1 : j >= i && j <= i + 3 ? 1 : 0))],
    ['permuted triangle', 6, build(6, 6, (i, j) => ((5 * i) % 7 >= (5 * j) % 7 ? i + 2 * j + 1 : 0))],
    ['two blocks', 5, build(5, 5, (i, j) => (i < 2 ? (j < 2 ? i - j + 1 : 1) : j < 2 ? 0 : i * j - 7))],
    ['double pairs', 4, Float64Array.of(0, 0, 1, 0, 0, 0, 0, 1, -1 - 2 * U, 0, 0, 0, 0, -1 - 2 * U, 0, 0)],
  ];
  test.each(cases)('%s', (_, n, A) => expectEig(n, A));

  test.each([1e150, 1e-150, 1e300, 1e-300])('scale %f', (c) =>
    expectEig(
      9,
      random(81, 5).map((x) => x * c),
    ),
  );
});

describe('known eigenvalues', () => {
  const cases: [string, number[][], number[], number[]][] = [
    [
      'symmetric',
      [
        [2, 1],
        [1, 2],
      ],
      [1, 3],
      [0, 0],
    ],
    [
      'a pair',
      [
        [1, -1],
        [1, 1],
      ],
      [1, 1],
      [-1, 1],
    ],
    [
      'triangular',
      [
        [4, 1, 2],
        [0, 3, -1],
        [0, 0, 2],
      ],
      [2, 3, 4],
      [0, 0, 0],
    ],
    [
      'defective, lower',
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      'full',
      [
        [0, 1, -2],
        [3, 2, 2],
        [1, 1, 4],
      ],
      [-1, 3, 4],
      [0, 0, 0],
    ],
  ];
  test.each(cases)('%s', (_, A, re, im) => {
    const w = eigvals(of(A), 'test');
    expect(distance(w.re.data, Float64Array.from(re))).toBeLessThan(1e-14 * (1 + norm(w.re.data)));
    expect(distance(w.im.data, Float64Array.from(im))).toBeLessThan(1e-14);
  });

  test('balancing saves the small eigenvalues of a graded matrix', () => {
    const G = build(3, 3, (i, j) => (i === j ? i + 1 : 0.5) * 1e6 ** (j - i));
    const w = eigvals(square(3, G), 'test').re.data;
    const v = eigvals(
      square(
        3,
        build(3, 3, (i, j) => (i === j ? i + 1 : 0.5)),
      ),
      'test',
    ).re.data;
    expect(distance(w, v)).toBeLessThan(1e-14 * norm(v));
  });

  test('stacks', () => {
    const A: NdArray = { shape: [2, 2, 3, 3], data: random(36, 3) };
    const { values, vectors } = eig(A, 'test');
    expect(values.re.shape).toEqual([2, 2, 3]);
    expect(vectors.im.shape).toEqual([2, 2, 3, 3]);
    const last = eig(square(3, A.data.slice(27)), 'test');
    expect(Array.from(values.im.data.slice(9))).toEqual(Array.from(last.values.im.data));
    expect(Array.from(vectors.re.data.slice(27))).toEqual(Array.from(last.vectors.re.data));
  });
});

describe('eigenvalues of matrices whose entries are far apart', () => {
  test.each([
    ['a rotation', [[0, -1e200], [1e-200, 0]], [0, 0], [-1, 1]], // biome-ignore format: matrices
    ['a triangle but for one entry', [[1, 1e300], [1e-300, 3]], [2 - Math.SQRT2, 2 + Math.SQRT2], [0, 0]], // biome-ignore format: matrices
    ['a cycle', [[0, 1e250, 0], [0, 0, 1e250], [1e-260, 0, 0]], [-0.5e80, -0.5e80, 1e80], [-Math.sqrt(0.75) * 1e80, Math.sqrt(0.75) * 1e80, 0]], // biome-ignore format: matrices
    ['tiny', [[2e-320, 0], [0, 1e-320]], [1e-320, 2e-320], [0, 0]], // biome-ignore format: matrices
  ])('%s', (_, A, re, im) => {
    const { values } = eig(of(A), 'test');
    const size = Math.max(...re.map(Math.abs), ...im.map(Math.abs));
    re.forEach((x, i) => {
      expect(Math.abs(values.re.data[i] - x)).toBeLessThanOrEqual(1e-14 * size);
      expect(Math.abs(values.im.data[i] - im[i])).toBeLessThanOrEqual(1e-14 * size);
    });
    expect(eigvals(of(A), 'test')).toEqual(values);
  });
});

test('of a stack, eigenvalues alone are those that come with eigenvectors', () => {
  const A = { shape: [3, 4, 4], data: random(48, 5) };
  expect(eigvals(A, 'test')).toEqual(eig(A, 'test').values);
});
