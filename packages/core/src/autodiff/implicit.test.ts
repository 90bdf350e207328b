import { describe, expect, test } from 'vitest';
import type { ArrayInput, NdArray } from '../array.ts';
import { lyapunov } from '../equations.ts';
import { DomainError, ShapeError, SingularMatrixError } from '../errors.ts';
import {
  add,
  array,
  concat,
  cos,
  grad,
  hadamard,
  hessian,
  implicit,
  inv,
  jacobian,
  jvp,
  matmul,
  reshape,
  slice,
  solve,
  solvePositiveDefinite,
  stopGradient,
  sub,
  sum,
  tanh,
  toNested,
  transpose,
  vjp,
} from '../index.ts';
import { symbol } from '../latex.ts';
import { checkGrads, distance, frobenius, randomArray, uniform } from '../testing/index.ts';

const next = uniform(3);
const scalar = (x: NdArray) => x.data[0];

/** The principal square root of a matrix, by Newton's method on numbers. */
function newton(A: NdArray): NdArray {
  let X: NdArray = A;
  for (let i = 0; i < 30; i++) {
    const Y = matmul(inv(X), A);
    X = { shape: X.shape, data: X.data.map((x, p) => (x + Y.data[p]) / 2) };
  }
  return X;
}

describe('a fixed point, x = tanh(W·x + b)', () => {
  const residual = (x: NdArray, W: NdArray, b: NdArray) => sub(x, tanh(add(matmul(W, x), b)));
  const fixedPoint = implicit(residual, (W, b) => {
    let x = b;
    for (let i = 0; i < 200; i++) x = tanh(add(matmul(W, x), b));
    return x;
  });
  const W = { shape: [3, 3], data: randomArray(next, [3, 3]).data.map((w) => w / 4) };
  const b = randomArray(next, [3]);

  test('differentiates rightly, twice, in every nesting', () => {
    checkGrads(fixedPoint, [W, b]);
  });

  test('is what the iteration gives when it is differentiated itself', () => {
    const unrolled = (V: NdArray) => {
      let x: NdArray = b;
      for (let i = 0; i < 200; i++) x = tanh(add(matmul(V, x), b));
      return sum(x);
    };
    const G = grad((V) => sum(fixedPoint(V, b)))(W);
    expect(distance([G], [grad(unrolled)(W)])).toBeLessThan(1e-13 * frobenius(G));
  });
});

test('the square root of a matrix: to the second order, and equal to its Lyapunov equation', () => {
  const A = array([
    [4, 1, 0],
    [1, 3, 0.5],
    [0.2, 0.5, 5],
  ]);
  const root = implicit((X, M) => sub(matmul(X, X), M), newton);
  checkGrads(root, [A]);
  const S = array([
    [4, 1, 0],
    [1, 3, 0.5],
    [0, 0.5, 5],
  ]);
  const dS = array([
    [1, 2, 3],
    [2, -1, 0],
    [3, 0, 2],
  ]);
  const { value, tangent } = jvp(root, [S], [dS]);
  expect(distance([tangent], [lyapunov(value, dS)])).toBeLessThan(1e-14 * frobenius(tangent));
});

test('a scalar root, to the fourth derivative', () => {
  const root = implicit(
    (x, a) => sub(hadamard(x, hadamard(x, x)), a),
    ({ data }) => Math.cbrt(data[0]),
  );
  let f: (a: NdArray) => NdArray = root;
  const factors = [1, 1 / 3, -2 / 9, 10 / 27, -80 / 81];
  factors.forEach((c, k) => {
    expect(scalar(f(array(8)))).toBeCloseTo(c * 8 ** (1 / 3 - k), 13);
    f = grad(f);
  });
});

test('least squares under a constraint, by its optimality conditions', () => {
  const A = randomArray(next, [5, 3]);
  const C = randomArray(next, [1, 3]);
  const [b, d] = [randomArray(next, [5]), randomArray(next, [1])];
  const conditions = (z: NdArray, M: NdArray, c: NdArray) => {
    const [x, multiplier] = [slice(z, 0, 3), slice(z, 3, 4)];
    return concat([
      add(matmul(transpose(M), sub(matmul(M, x), c)), matmul(transpose(C), multiplier)),
      sub(matmul(C, x), d),
    ]);
  };
  const K = (M: NdArray) => {
    const top = concat([matmul(transpose(M), M), transpose(C)], 1);
    return concat([top, concat([C, [[0]]], 1)], 0);
  };
  const direct = (M: NdArray, c: NdArray) => solve(K(M), concat([matmul(transpose(M), c), d]));
  const optimum = implicit(conditions, direct);
  checkGrads(optimum, [A, b], { order: 1 });
  const [G, H] = [optimum, direct].map((f) => grad((M) => sum(hadamard(f(M, b), f(M, b))))(A));
  expect(distance([G], [H])).toBeLessThan(1e-12 * frobenius(H));
  const [P, Q] = [optimum, direct].map((f) => hessian((c) => sum(hadamard(f(A, c), f(A, c))))(b));
  expect(distance([P], [Q])).toBeLessThan(1e-12 * frobenius(Q));
});

test('nests with other functions, and keeps nested perturbations apart', () => {
  const root = implicit(
    (x, a) => sub(hadamard(x, x), a),
    ({ data }) => Math.sqrt(data[0]),
  );
  const f = (a: NdArray) => hadamard(a, grad((c) => hadamard(root(c), a))(a));
  // a²/(2√a) = a^1.5 / 2
  expect(scalar(f(array(4)))).toBe(4);
  expect(scalar(grad(f)(4))).toBeCloseTo(1.5, 14);
  expect(toNested(jacobian(root)(4))).toBeCloseTo(0.25, 15);
});

test('one reverse pass takes any cotangent; what F does not depend on has a zero one', () => {
  const x = implicit(
    (y, A, b, _unused) => sub(matmul(A, y), b),
    (A, b) => solvePositiveDefinite(A, b),
  );
  const A = [
    [2, 1],
    [1, 3],
  ];
  const { value, pullback } = vjp(x, A, [3, 4], [1, 1]);
  expect(toNested(value)).toEqual(toNested(solvePositiveDefinite(A, [3, 4])));
  const [, bbar, none] = pullback([1, 0]);
  expect(distance([bbar], [solve(A, [1, 0])])).toBeLessThan(1e-15);
  expect(toNested(none)).toEqual([0, 0]);
  expect(toNested(grad((b) => sum(reshape(x(A, [3, 4], b), [2])))([1, 1]))).toEqual([0, 0]);
});

describe('refuses', () => {
  const square = (x: NdArray, a: NdArray) => sub(hadamard(x, x), a);

  test('what is no solution, as soon as it is differentiated', () => {
    const wrong = implicit(square, () => 2.001);
    expect(scalar(wrong(4))).toBe(2.001);
    expect(() => grad(wrong)(4)).toThrow(DomainError);
    expect(() => jvp(wrong, [4], [1])).toThrow(/Newton's method would move by 1\.00e-3/);
  });

  test('a singular ∂F/∂x', () => {
    const root = implicit(square, ({ data }) => Math.sqrt(data[0]));
    expect(() => grad(root)(0)).toThrow(SingularMatrixError);
  });

  test('equations and unknowns that differ in number', () => {
    const two = implicit(
      (x, a) => sub(concat([reshape(x, [1]), reshape(x, [1])]), a),
      () => 1,
    );
    expect(() => two([1, 1])).toThrow(ShapeError);
  });

  test('values under differentiation that are no arguments, at every level', () => {
    const scaled = (c: NdArray) =>
      implicit(
        (x: NdArray, a: NdArray) => sub(x, hadamard(c, a)),
        (a) => [...a.data].map((v) => v * scalar(stopGradient(c)))[0],
      );
    expect(() => grad((c) => scaled(c)(3))(2)).toThrow(/none of its arguments/);
    expect(() => grad((c) => grad((a) => scaled(c)(a))(3))(2)).toThrow(/none of its arguments/);
    expect(scalar(grad((a: ArrayInput) => scaled(array(2))(a))(3))).toBe(2);
    expect(scalar(grad((c) => hadamard(c, scaled(stopGradient(c))(3)))(2))).toBe(6);
  });

  test('symbols', () => {
    const root = implicit(
      (x, a) => sub(x, cos(a)),
      (a) => Math.cos(scalar(a)),
    );
    expect(() => root(symbol('a'))).toThrow(/symbol/);
  });
});

test('no unknowns at all', () => {
  const none = implicit(
    (x, _a) => x,
    () => [],
  );
  expect(none(3).shape).toEqual([0]);
  expect(toNested(grad((a) => sum(none(a)))(3))).toBe(0);
});
