import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { build, distance, eye, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { square } from '../fixtures.ts';
import { discreteLyapunov, lyapunov, type Sylvester, stein, sylvester } from './sylvester.ts';

const U = 2 ** -53;
const inner = (X: NdArray, Y: NdArray): number => X.data.reduce((s, x, i) => s + x * Y.data[i], 0);

const sizes: [number, number][] = [
  [0, 0],
  [1, 1],
  [2, 3],
  [5, 5],
  [10, 7],
  [33, 20],
  [20, 50],
  [64, 64],
];

describe.each(sizes)('A %i×%i', (m, n) => {
  const A = random(m * m, m + 1);
  const B = random(n * n, n + 2);
  const C: NdArray = { shape: [m, n], data: random(m * n, 9) };
  const G: NdArray = { shape: [m, n], data: random(m * n, 10) };

  const both = (P: Float64Array, X: Float64Array, Q: Float64Array) =>
    product(m, n, m, P, X).map((x, p) => x + product(m, n, n, X, Q)[p]);

  const expectAdjoint = (f: Sylvester) => {
    const X = f.solve(C);
    const Z = f.solveT(G);
    const scale = norm(X.data) * norm(G.data) + norm(Z.data) * norm(C.data);
    expect(Math.abs(inner(X, G) - inner(C, Z))).toBeLessThanOrEqual(1e-12 * scale);
  };

  test('Sylvester', () => {
    const f = sylvester(square(m, A), square(n, B), 'test');
    const bound = 30 * U * (norm(A) + norm(B));
    const X = f.solve(C).data;
    const AX = product(m, n, m, A, X);
    const XB = product(m, n, n, X, B);
    expect(
      distance(
        AX.map((x, p) => x + XB[p]),
        C.data,
      ),
    ).toBeLessThanOrEqual(bound * norm(X));
    if (m < 20) {
      const Z = f.solveT(C).data;
      const back = both(transposed(m, m, A), Z, transposed(n, n, B));
      expect(distance(back, C.data)).toBeLessThanOrEqual(bound * norm(Z));
    }
    expectAdjoint(f);
  });

  test('Stein', () => {
    const f = stein(square(m, A), square(n, B), 'test');
    const X = f.solve(C).data;
    const AXB = product(m, n, n, product(m, n, m, A, X), B);
    expect(
      distance(
        X.map((x, p) => x - AXB[p]),
        C.data,
      ),
    ).toBeLessThanOrEqual(30 * U * (1 + norm(A) * norm(B)) * norm(X));
    expectAdjoint(f);
  });
});

test('Lyapunov equations take one Schur form and give symmetric solutions of symmetric equations', () => {
  const n = 12;
  const A = random(n * n, 4);
  const At = transposed(n, n, A);
  const C = eye(n);
  const X = lyapunov(square(n, A), 'test').solve(square(n, C)).data;
  const AX = product(n, n, n, A, X);
  expect(
    distance(
      AX.map((x, p) => x + product(n, n, n, X, At)[p]),
      C,
    ),
  ).toBeLessThanOrEqual(60 * U * norm(A) * norm(X));
  expect(distance(X, transposed(n, n, X))).toBeLessThanOrEqual(1e-12 * norm(X));
  const Y = discreteLyapunov(square(n, A), 'test').solveT(square(n, C)).data;
  const AtYA = product(n, n, n, At, product(n, n, n, Y, A));
  expect(
    distance(
      Y.map((x, p) => x - AtYA[p]),
      C,
    ),
  ).toBeLessThanOrEqual(30 * U * (1 + norm(A) ** 2) * norm(Y));
});

test('scales 1e±150', () => {
  const A = random(16, 1).map((x) => x * 1e150);
  const B = random(9, 2).map((x) => x * 1e150);
  const C: NdArray = { shape: [4, 3], data: random(12, 3) };
  const X = sylvester(square(4, A), square(3, B), 'test').solve(C).data;
  const Y = sylvester(square(4, random(16, 1)), square(3, random(9, 2)), 'test').solve(C).data;
  expect(
    distance(
      X.map((x) => x * 1e150),
      Y,
    ),
  ).toBeLessThanOrEqual(1e-13 * norm(Y));
});

test('stacks broadcast', () => {
  const A: NdArray = { shape: [2, 1, 2, 2], data: random(8, 1) };
  const B: NdArray = { shape: [3, 3, 3], data: random(27, 2) };
  const C: NdArray = { shape: [2, 3], data: random(6, 3) };
  const X = sylvester(A, B, 'test').solve(C);
  expect(X.shape).toEqual([2, 3, 2, 3]);
  const one = sylvester(square(2, A.data.slice(4)), square(3, B.data.slice(18)), 'test').solve(C);
  expect(Array.from(X.data.slice(30))).toEqual(Array.from(one.data));
});

describe('singular equations throw', () => {
  const A = square(2, Float64Array.of(1, 2, 3, 4));
  const quarter = square(2, Float64Array.of(0, 1, -1, 0));
  test('where eigenvalues of A and -B meet', () => {
    const B = square(
      2,
      A.data.map((x) => -x),
    );
    expect(() => sylvester(A, B, 'test').solve(square(2, eye(2)))).toThrow(SingularMatrixError);
    expect(() => lyapunov(quarter, 'test').solveT(square(2, eye(2)))).toThrow(SingularMatrixError);
  });
  test('where eigenvalues of A and B are reciprocal', () => {
    expect(() => discreteLyapunov(quarter, 'test').solve(square(2, eye(2)))).toThrow(SingularMatrixError);
  });
  test('where only the solution shows it, but not where scaling repairs it', () => {
    const H = build(3, 3, (i, j) => (i === j ? 1 : 0) - 2 / 3);
    const J = (c: number) => Float64Array.of(c, 1e8, 0, 0, c, 1e8, 0, 0, c);
    const mixed = (c: number) => square(3, product(3, 3, 3, H, product(3, 3, 3, J(c), H)));
    const C = square(3, random(9));
    expect(() => sylvester(mixed(1), mixed(2), 'test').solve(C)).toThrow(SingularMatrixError);
    const X = sylvester(square(3, J(1)), square(3, J(2)), 'test').solve(C).data;
    expect(X.every(Number.isFinite)).toBe(true);
    expect(X[6]).toBeCloseTo(C.data[6] / 3, 14);
  });
});
