import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { build, distance, norm, product, random } from '../../kernel/fixtures.ts';
import { expectThirdOrder, inner, of, plus, positive, square } from '../fixtures.ts';
import { sqrtm } from './sqrtm.ts';

const U = 2 ** -53;
const root = (n: number, A: Float64Array): Float64Array => sqrtm(square(n, A), 'test').Y.data;

describe.each([0, 1, 2, 3, 5, 10, 33, 50, 64])('size %i', (n) => {
  const A = positive(n, n + 1);
  const [E, G] = [random(n * n, n + 2), random(n * n, n + 3)];
  const f = sqrtm(square(n, A), 'test');

  test('Y·Y = A', () => {
    const Y = f.Y.data;
    expect(distance(product(n, n, n, Y, Y), A)).toBeLessThanOrEqual(30 * (n + 1) * U * norm(Y) ** 2);
  });

  test('the derivative solves Y·L + L·Y = E, its adjoint is one', () => {
    const L = f.frechet(square(n, E)).data;
    const YL = product(n, n, n, f.Y.data, L);
    const LY = product(n, n, n, L, f.Y.data);
    expect(distance(plus(YL, 1, LY), E)).toBeLessThanOrEqual(60 * (n + 1) * U * norm(f.Y.data) * norm(L));
    expect(distance(f.sylvester.solve(square(n, E)).data, L)).toBeLessThanOrEqual(1e-12 * norm(L));
    const Z = f.frechetT(square(n, G)).data;
    expect(Math.abs(inner(L, G) - inner(E, Z))).toBeLessThanOrEqual(
      1e-13 * (norm(L) * norm(G) + norm(Z) * norm(E)),
    );
  });
});

describe('known roots', () => {
  const [c, s] = [Math.cos(1), Math.sin(1)];
  const cases: [string, number[][], number[][]][] = [
    [
      'full',
      [
        [33, 24],
        [48, 57],
      ],
      [
        [5, 2],
        [4, 7],
      ],
    ],
    [
      'Jordan',
      [
        [4, 1],
        [0, 4],
      ],
      [
        [2, 0.25],
        [0, 2],
      ],
    ],
    [
      'lower',
      [
        [1, 0],
        [3, 4],
      ],
      [
        [1, 0],
        [1, 2],
      ],
    ],
    [
      'rotation by 2 is rotation by 1, twice',
      [
        [Math.cos(2), -Math.sin(2)],
        [Math.sin(2), Math.cos(2)],
      ],
      [
        [c, -s],
        [s, c],
      ],
    ],
    [
      'zero',
      [
        [0, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'singular',
      [
        [2, 2],
        [2, 2],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'badly scaled',
      [
        [1e300, 1],
        [0, 1e-300],
      ],
      [
        [1e150, 1e-150],
        [0, 1e-150],
      ],
    ],
  ];
  test.each(cases)('%s', (_, A, Y) => {
    const exact = Float64Array.from(Y.flat());
    expect(distance(sqrtm(of(A), 'test').Y.data, exact)).toBeLessThanOrEqual(4e-16 * norm(exact));
  });

  test('skew and orthogonal matrices with several complex pairs', () => {
    const K = build(8, 8, (i, j) => (i + j) * Math.sign(j - i) + (i === j ? 1e-3 : 0));
    const Y = root(8, K);
    expect(distance(product(8, 8, 8, Y, Y), K)).toBeLessThanOrEqual(270 * U * norm(Y) ** 2);
    const shift = build(7, 7, (i, j) => ((i + 1) % 7 === j ? 1 : 0));
    const R = root(7, shift);
    expect(distance(product(7, 7, 7, R, R), shift)).toBeLessThanOrEqual(240 * U * norm(R) ** 2);
  });

  test.each([1e150, 1e-150])('scale %f', (scale) => {
    const A = positive(6, 5);
    const Y = root(
      6,
      A.map((x) => x * scale),
    );
    const Z = root(6, A).map((x) => x * Math.sqrt(scale));
    expect(distance(Y, Z)).toBeLessThanOrEqual(1e-14 * norm(Z));
  });

  test('stacks, with directions that broadcast', () => {
    const A: NdArray = { shape: [2, 3, 3], data: Float64Array.of(...positive(3, 1), ...positive(3, 2)) };
    const E: NdArray = { shape: [2, 1, 3, 3], data: random(18, 4) };
    const f = sqrtm(A, 'test');
    const L = f.frechet(E);
    expect(L.shape).toEqual([2, 2, 3, 3]);
    const one = sqrtm(square(3, A.data.slice(9)), 'test');
    expect(Array.from(f.Y.data.slice(9))).toEqual(Array.from(one.Y.data));
    expect(Array.from(L.data.slice(27))).toEqual(Array.from(one.frechet(square(3, E.data.slice(9))).data));
  });
});

describe('what has no principal root, or no derivative, throws', () => {
  test.each([
    [[[-1]]],
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
    [
      [
        [-1, 0],
        [0, -1],
      ],
    ],
  ])('%j', (A) => {
    expect(() => sqrtm(of(A), 'test')).toThrow(DomainError);
  });

  test('the derivative at singular matrices', () => {
    const f = sqrtm(
      of([
        [2, 2],
        [2, 2],
      ]),
      'test',
    );
    expect(() =>
      f.frechet(
        of([
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toThrow(SingularMatrixError);
    expect(() =>
      f.frechetT(
        of([
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toThrow(SingularMatrixError);
  });
});

test('derivatives to third order agree with differences', () => expectThirdOrder(sqrtm));
