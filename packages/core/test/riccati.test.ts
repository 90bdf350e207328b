import { describe, expect, test } from 'vitest';
import { care, dare } from '../src/equations.ts';
import {
  add,
  diag,
  domain,
  eye,
  grad,
  matmul,
  type NdArray,
  scale,
  slice,
  sub,
  toNested,
  trace,
  transpose,
} from '../src/index.ts';
import { symbol } from '../src/latex.ts';
import { eigvals } from '../src/spectra.ts';
import { checkGrads, frobenius, randomArray, uniform } from '../src/testing/index.ts';

const next = uniform(8);
const random = (...shape: number[]) => randomArray(next, shape);
const gram = (n: number) => {
  const G = random(n, n);
  return matmul(G, transpose(G));
};
const problem = (n: number, m: number): [NdArray, NdArray, NdArray, NdArray] => [
  scale(2, random(n, n)),
  random(n, m),
  gram(n),
  add(gram(m), eye(m)),
];
const { real, spd } = domain;

describe.each([
  ['care', care, (re: number) => re < 0],
  ['dare', dare, (re: number, im: number) => Math.hypot(re, im) < 1],
] as const)('%s', (name, solve, stable) => {
  test.each([[1, 1], [3, 2], [6, 2], [12, 3]])('%i states, %i inputs, unstable: the closed loop is stable', (n, m) => {
    const [A, B, Q, R] = problem(n, m);
    const [X, K] = solve(A, B, Q, R);
    const loop = sub(A, matmul(B, K));
    const [re, im] = eigvals(loop);
    expect(re.data.every((a, i) => stable(a, im.data[i]))).toBe(true);
    const XA = matmul(X, name === 'care' ? A : loop);
    const residual =
      name === 'care'
        ? sub(add(add(transpose(XA), XA), Q), matmul(matmul(X, B), K))
        : sub(add(matmul(transpose(A), XA), Q), X);
    expect(frobenius(residual)).toBeLessThan(3e-12 * (frobenius(XA) + frobenius(X)) * frobenius(A));
    expect(toNested(transpose(X))).toEqual(toNested(X));
  }); // biome-ignore format: sizes

  test('differentiates rightly where the system is unstable, twice, in every nesting', () => {
    const x = problem(3, 2);
    for (const output of [0, 1])
      checkGrads((...args) => solve(...(args as typeof x))[output], x, { domain: [real, real, spd, spd] });
  });

  test('in units of any size', () => {
    const [A, B, Q, R] = problem(4, 2);
    const [X] = solve(A, B, Q, R);
    for (const size of [1e2, 1e4, 1e6]) {
      const [T, inverse] = [[size, 1 / size, 1, size ** 2], [1 / size, size, 1, size ** -2]].map((t) => diag(t)); // biome-ignore format: two rows
      const turned = (Y: NdArray, left: NdArray, right: NdArray) => matmul(matmul(left, Y), right);
      const [Y] = solve(turned(A, inverse, T), matmul(inverse, B), turned(Q, T, T), R);
      expect(frobenius(sub(turned(Y, inverse, inverse), X))).toBeLessThan(1e-10 * frobenius(X));
    }
  });

  test('refuses what cannot be stabilised, and R that is not positive definite', () => {
    const one = [[1]];
    for (const [A, B, Q] of [[[[2]], [[0]], one], [[[2, 0], [0, 0]], [[0], [1]], [[1, 0], [0, 1]]]])
      expect(() => solve(A, B, Q, one)).toThrow(/expected a stabilising solution, got none/); // biome-ignore format: matrices
    // On the border of stability, and not seen by Q.
    const border = name === 'care' ? [[0]] : [[1]];
    expect(() => solve(border, one, [[0]], one)).toThrow(/stabilising solution/);
    expect(() => solve(one, one, one, [[0]])).toThrow(/positive definite/);
    expect(() => solve(one, one, [[1, 2]], one)).toThrow(/expected/);
    expect(String(solve(symbol('A'), symbol('B'), symbol('Q'), symbol('R'))[0])).toMatch(name);
  });

  test('tr X falls as control becomes cheaper: its gradient in R is positive semidefinite', () => {
    const [A, B, Q, R] = problem(3, 2);
    const G = grad((Z) => trace(solve(A, B, Q, Z)[0]))(R);
    expect(eigvals(G)[0].data.every((w) => w > -1e-12)).toBe(true);
  });

  test('stacks broadcast', () => {
    const [A, B, Q, R] = problem(2, 1);
    const many = { shape: [3, 2, 2], data: random(12).data };
    const [X] = solve(many, B, Q, R);
    expect(X.shape).toEqual([3, 2, 2]);
    const last = { shape: [2, 2], data: many.data.slice(8) };
    expect([...X.data.slice(8)]).toEqual([...solve(last, B, Q, R)[0].data]);
    expect(A.shape).toEqual([2, 2]);
  });
});

test('care solves example 13 of CAREX, entries from 0.3 to 1e12 (60 digits by mpmath)', () => {
  const A = [[0, 0.4, 0, 0], [0, 0, 0.345, 0], [0, -0.524e6, -0.465e6, 0.262e6], [0, 0, 0, -1e6]]; // biome-ignore format: a matrix
  const B = [[0], [0], [0], [1e6]];
  const [X, K] = care(A, B, diag([1, 0, 1, 0]), [[1]]);
  const exact = [
    [7.384024666562047, 5.904762055279349, 3.993082344195149e-6, 1e-6],
    [5.904762055279349, 7.151606301271756, 3.7996988590417913e-6, 8.612347182665607e-7],
    [3.993082344195149e-6, 3.7996988590417913e-6, 1.0402935802354254e-6, 1.80359619020631e-7],
    [1e-6, 8.612347182665607e-7, 1.80359619020631e-7, 4.6187574179129045e-8],
  ];
  expect(frobenius(sub(X, exact))).toBeLessThan(1e-14 * frobenius(X));
  for (const [p, x] of exact.flat().entries()) expect(X.data[p] / x).toBeCloseTo(1, 9);
  expect(frobenius(sub(K, scale(1e6, slice(X, 3, 4))))).toBeLessThan(1e-14 * frobenius(K));
});
