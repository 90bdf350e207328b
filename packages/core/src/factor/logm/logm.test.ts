import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { build, distance, eye, norm, random } from '../../kernel/fixtures.ts';
import { expm } from '../expm/expm.ts';
import { expectThirdOrder, inner, of, plus, positive, square } from '../fixtures.ts';
import { logm } from './logm.ts';

const log = (n: number, A: Float64Array): Float64Array => logm(square(n, A), 'test').Y.data;

describe.each([0, 1, 2, 3, 5, 10, 33, 64])('size %i', (n) => {
  const A = positive(n, n + 1);
  const [E, G] = [random(n * n, n + 2), random(n * n, n + 3)];
  const f = logm(square(n, A), 'test');

  test('exp(log A) = A', () => {
    expect(distance(expm(f.Y, 'test').Y.data, A)).toBeLessThanOrEqual(2e-15 * (n + 3) * norm(A));
  });

  test('log(exp X) = X for eigenvalues in the strip', () => {
    const X = random(n * n, 40 + n).map((x) => (5 * x) / Math.sqrt(n));
    const { Y } = expm(square(n, X), 'test');
    expect(distance(logm(Y, 'test').Y.data, X)).toBeLessThanOrEqual(1e-12 * (n + 1) * (1 + norm(X)));
  });

  test('the derivative is the inverse of that of exp, its adjoint is one', () => {
    const L = f.frechet(square(n, E));
    expect(distance(expm(f.Y, 'test').frechet(L).data, E)).toBeLessThanOrEqual(1e-13 * (n + 1) * norm(E));
    const Z = f.frechetT(square(n, G)).data;
    expect(Math.abs(inner(L.data, G) - inner(E, Z))).toBeLessThanOrEqual(
      1e-13 * (norm(L.data) * norm(G) + norm(Z) * norm(E)),
    );
  });
});

describe('known logarithms', () => {
  const cases: [string, number[][], number[][]][] = [
    ['scalar', [[0.01]], [[Math.log(0.01)]]],
    ['next to 1', [[1 + 2 ** -40]], [[Math.log1p(2 ** -40)]]],
    [
      'identity',
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'Jordan',
      [
        [4, 1, 0],
        [0, 4, 1],
        [0, 0, 4],
      ],
      [
        [Math.log(4), 0.25, -1 / 32],
        [0, Math.log(4), 0.25],
        [0, 0, Math.log(4)],
      ],
    ],
    [
      'far from normal',
      [
        [1, 1e6],
        [0, 2],
      ],
      [
        [0, 1e6 * Math.log(2)],
        [0, Math.log(2)],
      ],
    ],
    [
      'rotation',
      [
        [Math.cos(3), -Math.sin(3)],
        [Math.sin(3), Math.cos(3)],
      ],
      [
        [0, -3],
        [3, 0],
      ],
    ],
    [
      'scaled',
      [
        [1e80, 0],
        [0, 1e-80],
      ],
      [
        [Math.log(1e80), 0],
        [0, Math.log(1e-80)],
      ],
    ],
  ];
  test.each(cases)('%s', (_, A, Y) => {
    const exact = Float64Array.from(Y.flat());
    expect(distance(logm(of(A), 'test').Y.data, exact)).toBeLessThanOrEqual(2e-15 * norm(exact));
  });

  test('a cyclic shift of odd order has a skew-symmetric logarithm', () => {
    const L = log(
      7,
      build(7, 7, (i, j) => ((i + 1) % 7 === j ? 1 : 0)),
    );
    const skew = build(7, 7, (i, j) => (L[7 * i + j] - L[7 * j + i]) / 2);
    expect(distance(L, skew)).toBeLessThanOrEqual(1e-14 * norm(L));
  });

  test.each([1e150, 1e-150])('scale %f adds its logarithm to the diagonal', (c) => {
    const A = positive(6, 5);
    const L = log(
      6,
      A.map((x) => x * c),
    );
    const M = plus(log(6, A), Math.log(c), eye(6));
    expect(distance(L, M)).toBeLessThanOrEqual(1e-14 * norm(M));
  });

  test('stacks, with directions that broadcast', () => {
    const A: NdArray = { shape: [2, 3, 3], data: Float64Array.of(...positive(3, 1), ...positive(3, 2)) };
    const E: NdArray = { shape: [2, 1, 3, 3], data: random(18, 4) };
    const f = logm(A, 'test');
    const L = f.frechet(E);
    expect(L.shape).toEqual([2, 2, 3, 3]);
    const one = logm(square(3, A.data.slice(9)), 'test');
    expect(Array.from(f.Y.data.slice(9))).toEqual(Array.from(one.Y.data));
    expect(Array.from(L.data.slice(27))).toEqual(Array.from(one.frechet(square(3, E.data.slice(9))).data));
  });
});

test.each([
  [[[-1]]],
  [[[0]]],
  [
    [
      [0, 1],
      [0, 0],
    ],
  ],
  [
    [
      [1, 5],
      [0, -2],
    ],
  ],
])('%j has no principal logarithm', (A) => {
  expect(() => logm(of(A), 'test')).toThrow(DomainError);
});

test('derivatives to third order agree with differences', () => expectThirdOrder(logm));

test('the derivative at a shear, log(I + N) with N² = 0, has the word N·E·N', () => {
  // L(E) = E - (NE + EN)/2 + NEN/3
  for (const c of [1e-3, 1, 100]) {
    const A = { shape: [2, 2], data: Float64Array.of(1, c, 0, 1) };
    const L = logm(A, 'test').frechet({ shape: [2, 2], data: Float64Array.of(0, 0, 1, 0) }).data;
    const want = [-c / 2, (c * c) / 3, 1, -c / 2];
    for (let p = 0; p < 4; p++) expect(Math.abs(L[p] - want[p])).toBeLessThan(1e-14 * (1 + c * c));
  }
});
