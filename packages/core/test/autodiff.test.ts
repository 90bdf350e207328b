import { describe, expect, test } from 'vitest';
import {
  add,
  array,
  cholesky,
  det,
  domain,
  eigh,
  exp,
  grad,
  hadamard,
  hessian,
  hvp,
  inner,
  inv,
  jacobian,
  jvp,
  logabsdet,
  logdet,
  matmul,
  type NdArray,
  neg,
  qr,
  quadraticForm,
  scale,
  sin,
  slogdet,
  solve,
  stopGradient,
  sub,
  sum,
  svd,
  sym,
  take,
  toNested,
  trace,
  transpose,
  valueAndGrad,
  vjp,
  zeros,
} from '../src/index.ts';
import { symbol } from '../src/latex.ts';
import { checkGrads, distance, frobenius, randomArray, uniform } from '../src/testing/index.ts';

const random = (seed: number, ...shape: number[]) => randomArray(uniform(seed), shape);
const dominant = (seed: number, n: number) => {
  const A = random(seed, n, n);
  return { shape: A.shape, data: A.data.map((a, i) => a + (i % (n + 1) === 0 ? n : 0)) };
};
const close = (A: NdArray, B: NdArray, tolerance = 1e-12) =>
  expect(distance([A], [B])).toBeLessThanOrEqual(tolerance * (frobenius(B) + Number.MIN_VALUE));

describe('nesting', () => {
  test('two gradients of one variable do not mix their perturbations', () => {
    const f = (x: NdArray) => hadamard(x, grad((y: NdArray) => add(x, y))(1));
    expect(toNested(grad(f)(1))).toBe(1);
    expect(toNested(jvp(f, [1], [1]).tangent)).toBe(1);
    const g = (x: NdArray) => hadamard(x, jvp((y) => hadamard(x, y), [1], [1]).tangent);
    expect(toNested(grad(g)(3))).toBe(6);
    expect(toNested(jvp(g, [3], [1]).tangent)).toBe(6);
  });

  test('every nesting of three modes gives the third derivative', () => {
    const f = (x: NdArray) => hadamard(sin(x), exp(x));
    const third = 2 * Math.exp(0.7) * (Math.cos(0.7) - Math.sin(0.7));
    const forward = (g: (x: NdArray) => NdArray) => (x: NdArray) => jvp(g, [x], [1]).tangent;
    const reverse = (g: (x: NdArray) => NdArray) => (x: NdArray) => grad(g)(x);
    for (const a of [forward, reverse])
      for (const b of [forward, reverse])
        for (const c of [forward, reverse]) close(a(b(c(f)))(array(0.7)), array(third), 1e-14);
  });

  test('third derivatives of inv, solve and logdet match differences of the second', () => {
    const A = dominant(3, 3);
    const D = random(4, 3, 3);
    for (const f of [
      (X: NdArray) => inner(D, inv(X)),
      (X: NdArray) => sum(solve(X, D)),
      (X: NdArray) => logabsdet(X),
      (X: NdArray) => logdet(matmul(X, transpose(X))),
      (X: NdArray) => sum(cholesky(matmul(X, transpose(X)))),
      (X: NdArray) => det(X),
    ]) {
      checkGrads((X) => hvp(f)(X, D), [A]);
    }
  });
});

describe('composition', () => {
  test('Y = AXB pulls back to AᵀY̅Bᵀ', () => {
    const [A, X, B, Ybar] = [random(1, 2, 3), random(2, 3, 4), random(3, 4, 2), random(4, 2, 2)];
    const { pullback } = vjp((M) => matmul(matmul(A, M), B), X);
    close(pullback(Ybar)[0], matmul(matmul(transpose(A), Ybar), transpose(B)));
  });

  test('the inverse along a path has derivative -A⁻¹ A′ A⁻¹, and none of the usual three mistakes', () => {
    const [A0, A1] = [dominant(5, 3), random(6, 3, 3)];
    const path = (x: NdArray) => inv(add(A0, scale(x, A1)));
    const Y = inv(A0);
    const derivative = jvp(path, [0], [1]).tangent;
    close(derivative, neg(matmul(matmul(Y, A1), Y)));
    close(jacobian(path)(0), derivative);
    const mistakes = [inv(A1), neg(matmul(matmul(Y, Y), A1)), neg(matmul(A1, matmul(Y, Y)))];
    for (const wrong of mistakes)
      expect(distance([wrong], [derivative])).toBeGreaterThan(0.01 * frobenius(derivative));
  });

  test('gradients and Hessians of a quadratic form are (A+Aᵀ)x and A+Aᵀ', () => {
    const [A, x] = [random(1, 3, 3), random(2, 3)];
    const S = add(A, transpose(A));
    close(grad((v) => quadraticForm(v, A))(x), matmul(S, x));
    close(hessian((v) => quadraticForm(v, A))(x), S);
    close(hvp((v) => quadraticForm(v, A))(x, [1, 0, 0]), take(S, 0));
  });

  test('∇f(Ax) reads two ways, and the API keeps them apart', () => {
    const [A, x] = [random(1, 3, 3), random(2, 3)];
    const f = (y: NdArray) => sum(sin(y));
    const atAx = grad(f)(matmul(A, x));
    const ofComposition = grad((v: NdArray) => f(matmul(A, v)))(x);
    close(ofComposition, matmul(transpose(A), atAx));
  });

  test('det to third order at every matrix', () => {
    const A = array([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(
      toNested(
        det([
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ]),
      ),
    ).toBe(0);
    close(
      grad(det)(A),
      array([
        [-3, 6, -3],
        [6, -12, 6],
        [-3, 6, -3],
      ]),
      1e-14,
    );
    checkGrads(det, [A]);
    checkGrads(det, [
      [
        [0, 0],
        [0, 0],
      ],
    ]);
    checkGrads(grad(det), [A]);
    checkGrads(grad(det), [zeros(3, 3)]);
  });

  test('svd, eigh and qr through each output alone', () => {
    const A = array([
      [2, 0.3, -0.4],
      [0.1, -1, 0.2],
      [0.5, 0.7, 3.5],
    ]);
    const S = sym(A);
    for (const i of [0, 1, 2]) checkGrads((X) => svd(X)[i], [A]);
    for (const i of [0, 1]) checkGrads((X) => eigh(X)[i], [S], { domain: [domain.symmetric] });
    for (const i of [0, 1]) checkGrads((X) => qr(X)[i], [A]);
  });

  test('slogdet through either output alone', () => {
    const A = dominant(7, 3);
    close(grad((X) => slogdet(X)[1])(A), transpose(inv(A)), 1e-13);
    expect(frobenius(grad((X) => slogdet(X)[0])(A))).toBe(0);
  });
});

describe('grad', () => {
  test('takes argument numbers', () => {
    const f = (a: NdArray, b: NdArray) => inner(a, hadamard(b, b));
    expect(toNested(grad(f, 1)([1, 2], [3, 4]))).toEqual([6, 16]);
    expect(grad(f, [1, 0])([1, 2], [3, 4]).map(toNested)).toEqual([
      [6, 16],
      [9, 16],
    ]);
    expect(valueAndGrad(f)([1, 2], [3, 4]).map(toNested)).toEqual([41, [9, 16]]);
    expect(() => grad(f, 2)([1], [1])).toThrow(/grad: expected an argument 2/);
  });

  test('wants one scalar and names sum and jacobian otherwise', () => {
    expect(() => grad((x) => x)([1, 2])).toThrow(/one scalar, got vector\(2\)\n.*sum.*jacobian/);
    expect(() => grad((x) => slogdet(x) as never)([[1]])).toThrow(/one scalar, got 2 outputs/);
  });

  test('of a constant is zero, and stopGradient makes constants', () => {
    expect(toNested(grad(() => array(3))([1, 2]))).toEqual([0, 0]);
    expect(toNested(grad((x) => inner(x, stopGradient(x)))([1, 2]))).toEqual([1, 2]);
  });

  test('refuses to read numbers out of a value under differentiation', () => {
    expect(() => grad((x) => array(x.data[0]))([1])).toThrow(/under differentiation/);
  });

  test('mixes numbers, nested arrays and traced values', () => {
    expect(
      toNested(
        grad((x) =>
          sum(
            sub(
              matmul(
                [
                  [2, 0],
                  [0, 3],
                ],
                x,
              ),
              1,
            ),
          ),
        )([1, 1]),
      ),
    ).toEqual([2, 3]);
  });
});

describe('jvp, vjp and jacobian', () => {
  test('refuse tangents and cotangents of another shape', () => {
    expect(() => jvp(sin, [[1, 2]], [[1]])).toThrow(
      /jvp: expected a tangent of shape vector\(2\), got vector\(1\)/,
    );
    expect(() => jvp(sin, [[1, 2]], [])).toThrow(/as many tangents as arguments, 1, got 0/);
    expect(() => jacobian((A: NdArray) => slogdet(A) as never)([[2]])).toThrow(
      /jacobian: expected .* one array, got 2/,
    );
    expect(() => vjp(sin, [1, 2]).pullback([1])).toThrow(/cotangent of shape vector\(2\)/);
    expect(() => inv.jvp([[[1]]], [[[1, 2]]])).toThrow(/inv: expected a tangent of shape 1×1/);
    expect(() => inv.vjp([[1]]).pullback([1])).toThrow(/inv: expected a cotangent of shape 1×1/);
  });

  test('take null for a zero cotangent of one of several outputs', () => {
    expect(toNested(slogdet.vjp([[2]]).pullback([null, 1])[0])).toEqual([[0.5]]);
    expect(toNested(vjp((A) => slogdet(A), [[2]]).pullback([1, null])[0])).toEqual([[0]]);
  });

  test('jacobian has shape [...value, ...argument], by either mode, nested too', () => {
    const A = random(1, 4, 2);
    close(jacobian((x) => matmul(A, x))([1, 2]), A);
    close(jacobian((x) => matmul(transpose(A), x))([1, 2, 3, 4]), transpose(A));
    expect(
      jacobian((X) => trace(X))([
        [1, 2],
        [3, 4],
      ]).shape,
    ).toEqual([2, 2]);
    const g = (x: NdArray) => sum(jacobian((z) => hadamard(z, hadamard(z, z)))(x));
    expect(toNested(grad(g)([1, 2]))).toEqual([6, 12]);
    expect(jacobian((x) => x)({ shape: [0], data: [] }).shape).toEqual([0, 0]);
  });
});

describe('symbols', () => {
  test('print the derivatives of compositions', () => {
    const show = (x: unknown) => String(x);
    const A = symbol('A');
    expect(show(grad((X) => trace(matmul(X, inv(X))))(A))).toContain('A^{-\\top}');
    expect(show(grad(logabsdet)(A))).toBe('A^{-\\top}');
    expect(show(grad(det)(A))).toBe('\\operatorname{cof}(A)');
    expect(show(jvp((X) => inv(X), [A], [symbol('\\dot{A}')]).tangent)).toBe('-A^{-1} \\dot{A} A^{-1}');
    expect(() => A.data).toThrow(/symbol A/);
  });
});
