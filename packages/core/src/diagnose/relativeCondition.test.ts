import { describe, expect, test } from 'vitest';
import { monitor, relativeCondition } from '../diagnose.ts';
import {
  add,
  array,
  eigh,
  exp,
  grad,
  inner,
  inv,
  log,
  logdet,
  matmul,
  type NdArray,
  norm,
  pow,
  slogdet,
  solve,
  spectralNorm,
  sum,
  trace,
} from '../index.ts';
import { symbol } from '../latex.ts';
import { frobenius, randomArray, uniform } from '../testing/index.ts';

const within = (got: number, exact: number) => {
  expect(got / exact).toBeGreaterThan(0.98);
  expect(got / exact).toBeLessThan(1 + 1e-9);
};
const next = uniform(11);
const matrix = (n: number) => {
  const { shape, data } = randomArray(next, [n, n]);
  return { shape, data: data.map((a, p) => (p % (n + 1) === 0 ? a + 2 : a)) };
};

describe('of one number', () => {
  test.each([
    ['x³', (x: NdArray) => pow(x, 3), 1.7, 3, 2],
    ['log', log, 5, 1 / Math.log(5), 1],
    ['exp', exp, -3, 3, 3],
  ] as const)('%s', (_, f, x, value, gradient) => {
    const κ = relativeCondition(f, x);
    within(κ.value, value);
    within(κ.gradient, gradient);
  });
});

describe('of matrices', () => {
  test.each([2, 5, 12])('the inverse and the log-determinant at order %i, by their formulas', (n) => {
    const A = matrix(n);
    const Y = inv(A);
    const smallest = 1 / spectralNorm(Y).data[0];
    const κ = frobenius(A) / smallest ** 2 / frobenius(Y);
    within(relativeCondition(inv, A).value, κ);
    const S = matmul(A, {
      shape: A.shape,
      data: A.data.map((_, p) => A.data[(p % n) * n + Math.floor(p / n)]),
    });
    const L = relativeCondition(logdet, S);
    const P = inv(S);
    within(L.value, (frobenius(P) * frobenius(S)) / Math.abs(logdet(S).data[0]));
    within(L.gradient, (spectralNorm(P).data[0] ** 2 * frobenius(S)) / frobenius(P));
  });

  test('does not depend on scale', () => {
    const A = matrix(3);
    const f = (X: NdArray) =>
      inner(inv(X), [
        [1, 2, 3],
        [0, 1, 0],
        [5, 1, 2],
      ]);
    const κ = relativeCondition(f, A);
    for (const c of [1e-120, 1e120]) {
      const scaled = relativeCondition(f, { shape: A.shape, data: A.data.map((a) => a * c) });
      within(scaled.value / κ.value, 1 + 1e-10);
      within(scaled.gradient / κ.gradient, 1 + 1e-10);
    }
  });

  test('of both arguments together', () => {
    const b = array([1, -2]);
    const A = array([
      [3, 0],
      [0, 0.5],
    ]);
    // For A = diag(3, 1/2) and J = [-A⁻¹·(xᵀ ⊗ I)·‖A‖, A⁻¹·‖b‖]: ‖J‖² is that of A⁻¹ times ‖x‖²‖A‖² + ‖b‖².
    const x = solve(A, b);
    const exact = (2 * Math.hypot(frobenius(x) * frobenius(A), frobenius(b))) / frobenius(x);
    within(relativeCondition(solve, A, b).value, exact);
  });

  test('factors each matrix once', () => {
    let count = 0;
    monitor(
      () => relativeCondition((A, b) => sum(solve(A, b)), matrix(6), [1, 2, 3, 4, 5, 6]).gradient,
      () => count++,
    );
    expect(count).toBe(1);
  });
});

test('constants, linear functions and zeros', () => {
  const A = matrix(3);
  expect(relativeCondition(trace, A).gradient).toBe(0);
  expect(relativeCondition(() => array([1, 2]), A).value).toBe(0);
  const zero = array([0, 0]);
  expect(relativeCondition((x) => add(x, 1), zero).value).toBe(0);
  expect(relativeCondition((x) => sum(x), [1, -1]).value).toBe(Number.POSITIVE_INFINITY);
  expect(relativeCondition(norm, zero).value).toBe(0);
});

test('of the value of what is being differentiated', () => {
  const f = (x: NdArray) => {
    within(relativeCondition(exp, x).value, 2);
    return exp(x);
  };
  expect(grad(f)(2).data[0]).toBeCloseTo(Math.exp(2), 12);
});

test('what has no second derivative has a condition of its value', () => {
  const κ = relativeCondition(
    (A) => eigh(A)[1],
    [
      [1, 0],
      [0, 2],
    ],
  );
  expect(κ.value).toBeGreaterThan(0);
  expect(() => relativeCondition((A) => slogdet(A) as never, [[1]])).toThrow(/one array/);
  expect(() => relativeCondition(null as never, 1)).toThrow(/^relativeCondition: /);
  expect(() => relativeCondition(exp, symbol('x') as never)).toThrow(/symbol/);
});
