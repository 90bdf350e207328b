import { describe, expect, test } from 'vitest';
import {
  add,
  array,
  diag,
  eigh,
  eigvalsh,
  grad,
  hadamard,
  inner,
  jacobian,
  jvp,
  matmul,
  type NdArray,
  norm,
  scale,
  sin,
  slice,
  sub,
  sum,
  toNested,
} from '../src/index.ts';
import { symbol } from '../src/latex.ts';
import {
  eig,
  eighGeneralized,
  eighTridiagonal,
  eigvals,
  eigvalshTridiagonal,
  spectralRadius,
} from '../src/spectra.ts';
import { checkGrads, frobenius, randomArray, uniform } from '../src/testing/index.ts';
import { close, jordan, rotation } from './support/spectra.ts';

const next = uniform(3);
const random = (...shape: number[]) => randomArray(next, shape);

describe('eig', () => {
  test.each([1, 2, 3, 4, 5])('random matrices of order %i: every output, twice, in every nesting', (n) => {
    for (let k = 0; k < 2; k++) {
      const A = random(n, n);
      for (const output of [0, 1, 2, 3]) checkGrads((X) => eig(X)[output], [A]);
      checkGrads((X) => eigvals(X)[1], [A]);
    }
  });

  test('stacks, of real eigenvalues and of pairs', () => {
    const A = random(3, 3, 3);
    for (const output of [0, 1, 2, 3]) checkGrads((X) => eig(X)[output], [A], { order: 1 });
  });

  test('the values are the same with and without derivatives', () => {
    const A = random(6, 6);
    const plain = eig(A);
    jvp((X) => eig(X) as unknown as NdArray[], [A], [A]).value.forEach((y, i) => {
      close(y, plain[i]);
    });
    close(eigvals(A)[1], plain[1], 1e-12);
  });

  test('A·V = V·diag(w), differentiated, holds', () => {
    const A = random(4, 4);
    const residual = (X: NdArray) => {
      const [re, im, U, V] = eig(X);
      return sub(matmul(X, V), sub(hadamard(U, im), scale(-1, hadamard(V, re))));
    };
    close(jacobian(residual)(A), scale(0, jacobian(residual)(A)), 1e-12);
  });

  test('a normal matrix with a pair, a matrix in other units, the ends of the range', () => {
    const weighted = (X: NdArray) => inner([1, 2], eigvals(X)[0]);
    expect(toNested(grad(weighted)(rotation))).toEqual([
      [1.5, 0],
      [0, 1.5],
    ]);
    const G = grad(weighted)([
      [1, 2],
      [3, 4],
    ]);
    for (const c of [1e150, 1e-150])
      close(
        grad(weighted)([
          [c, 2 * c],
          [3 * c, 4 * c],
        ]),
        G,
      );
    // D⁻¹·A·D with D = diag(1, 2^40): eigenvalues as before.
    const s = 2 ** 40;
    const H = toNested(
      grad(weighted)([
        [1, 2 * s],
        [3 / s, 4],
      ]),
    ) as number[][];
    close(
      array([
        [H[0][0], H[0][1] * s],
        [H[1][0] / s, H[1][1]],
      ]),
      G,
    );
  });

  test('repeated and defective eigenvalues are refused by name, by every mode; values are given', () => {
    const I = [
      [1, 0, 0],
      [0, 2, 0],
      [0, 0, 1],
    ];
    for (const X of [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 1],
        [0, 1],
      ],
      jordan,
    ]) {
      expect(() => grad((Z) => inner([1, 2], eigvals(Z)[0]))(X)).toThrow(/^eig: .*index 0, 1 within/);
      expect(() => jvp((Z) => eig(Z)[2], [X], [rotation])).toThrow(/separate values/);
      expect(() => grad((Z) => norm(grad((Y) => sum(eigvals(Y)[0]))(Z)))(X)).toThrow(/separate values/);
    }
    expect(() => grad((Z) => inner([1, 2, 3], eigvals(Z)[0]))(I)).toThrow(/index 0, 1/);
    expect(toNested(eigvals(I)[0])).toEqual([1, 1, 2]);
    expect(() => eigvals(symbol('A'))).toThrow(/^eigvals: expected numbers/);
    expect(() => eigvals([[1, 2, 3]])).toThrow(/^eigvals: expected a square matrix/);
  });
});

describe('eighGeneralized', () => {
  const B = [
    [2, 1],
    [1, 2],
  ];
  test('at a repeated eigenvalue: what is symmetric in it has a derivative, all else is refused', () => {
    // A = B: every vector is an eigenvector of 1.
    expect(() => grad((X) => inner([1, 2], eighGeneralized(X, B)[0]))(B)).toThrow(
      /^eighGeneralized: .*index 0, 1/,
    );
    const G = grad((X) => sum(eighGeneralized(X, B)[0]))(B);
    close(matmul(G, B), [
      [1, 0],
      [0, 1],
    ]);
    expect(() =>
      grad((X) =>
        sum(
          hadamard(eighGeneralized(X, B)[1], [
            [1, 2],
            [3, 4],
          ]),
        ),
      )(B),
    ).toThrow(/separate/);
  });

  test('a direction that moves the whole cluster', () => {
    const [dw, dV] = eighGeneralized.jvp([B, B], [B, scale(0, array(B))]).tangent;
    close(dw, { shape: [2], data: Float64Array.of(1, 1) });
    expect(frobenius(dV)).toBeLessThan(1e-14);
  });

  test('B must be positive definite', () => {
    expect(() =>
      eighGeneralized(B, [
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(/^eighGeneralized: expected a positive definite/);
  });
});

describe('spectralRadius', () => {
  test('of a real eigenvalue, of a pair, of stacks, twice in every nesting', () => {
    const real = [[-3, 1, 0.5], [0.2, 1, 0.3], [0.1, -0.4, 2]]; // biome-ignore format: a matrix
    const pair = [[0.3, -2, 0.4], [1.5, 0.2, 0.1], [0.2, 0.3, 0.7]]; // biome-ignore format: a matrix
    for (const A of [real, pair, [real, pair]]) checkGrads(spectralRadius, [A]);
    expect(toNested(spectralRadius([[2, 1], [1, 2]]))).toBeCloseTo(3, 14); // biome-ignore format: a matrix
    for (const c of [1e-150, 1e150])
      close(scale(1 / c, spectralRadius(scale(c, array(pair)))), spectralRadius(pair));
    expect(toNested(spectralRadius({ shape: [0, 0], data: new Float64Array(0) }))).toBe(0);
  });

  test('kinks are refused: opposite eigenvalues, zero, defective ones', () => {
    for (const A of [[[1, 0], [0, -1]], [[0, 1], [0, 0]], [[1, 0], [0, 1]], [[0]]]) // biome-ignore format: matrices
      expect(() => grad(spectralRadius)(A)).toThrow(/expected/);
  });
});

describe('tridiagonal matrices', () => {
  const full = (d: NdArray, e: NdArray) => add(diag(d), add(diag(e, 1), diag(e, -1)));

  test.each([2, 20, 33, 120])('%i rows: as full matrices, stacks and scales included', (n) => {
    const [d, e] = [random(2, n), random(n - 1)];
    const [w, V] = eighTridiagonal(d, e);
    const [values, vectors] = eigh(full(d, e));
    close(w, values, 1e-14 * n);
    close(V, vectors, 1e-10);
    close(eigvalshTridiagonal(d, e), w, 1e-14 * n);
    for (const c of [1e-300, 1e300])
      close(scale(1 / c, eigvalshTridiagonal(scale(c, d), scale(c, e))), w, 1e-14 * n);
    const loss = (x: NdArray) => sum(hadamard(x, sin(x)));
    const own = grad((x, y) => loss(eigvalshTridiagonal(x, y)), [0, 1])(d, e);
    const other = grad((x, y) => loss(eigvalsh(full(x, y))), [0, 1])(d, e);
    own.forEach((G, i) => {
      close(G, other[i], 1e-12 * n);
    });
  });

  test('what is left out and what is repeated', () => {
    expect(eighTridiagonal.vjp([2, 3], [1]).pullback([null, null]).map(toNested)).toEqual([[0, 0], [0]]);
    const [, second] = grad((d, e) => sum(eigvalshTridiagonal(d, e)), [0, 1])([2, 2, 2], [0, 0]);
    expect(toNested(second)).toEqual([0, 0]);
    expect(() => grad((d) => slice(eigvalshTridiagonal(d, [0]), 0, 1))([2, 2])).toThrow();
    expect(() => grad((d) => sum(slice(eigvalshTridiagonal(d, [0]), 0, 1)))([2, 2])).toThrow(
      /^eighTridiagonal: expected/,
    );
    expect(toNested(eigvalshTridiagonal([3], []))).toEqual([3]);
  });
});

test('eighTridiagonal has the derivatives that two well-known libraries have wrong', () => {
  const [d, e] = [array([1, 2, 3, 4]), array([0.5, 1, 0.25])];
  checkGrads((x, y) => eighTridiagonal(x, y)[0], [d, e]);
  checkGrads((x, y) => eighTridiagonal(x, y)[1], [d, e]);
  // tr T² = Σ w²: 2d, 4e.
  const [D, E] = grad((x, y) => inner(eighTridiagonal(x, y)[0], eighTridiagonal(x, y)[0]), [0, 1])(d, e);
  close(D, [2, 4, 6, 8] as unknown as number[][]);
  close(E, [2, 4, 1] as unknown as number[][]);
  expect(() => eighTridiagonal([1, 2], [1, 2])).toThrow(/^eighTridiagonal: expected \(n\),\(n-1\)/);
  expect(() => eighTridiagonal([], [])).toThrow(/^eighTridiagonal/);
});
