import { describe, expect, test } from 'vitest';
import {
  add,
  adjugate,
  array,
  cofactor,
  det,
  diag,
  domain,
  eigh,
  eigvalsh,
  eye,
  grad,
  hadamard,
  hvp,
  inner,
  jvp,
  log,
  matmul,
  type NdArray,
  norm,
  nuclearNorm,
  polarFactor,
  scale,
  spectralNorm,
  sub,
  sum,
  sumsq,
  svd,
  sym,
  symmetricFunction,
  toNested,
  transpose,
  vjp,
} from '../src/index.ts';
import { eigvalshDirectional, spectralProjector } from '../src/spectra.ts';
import { checkGrads, frobenius, randomArray, uniform } from '../src/testing/index.ts';

// Inputs at which JAX, PyTorch or TensorFlow give NaN, zero or wrong numbers: gradients of det at singular matrices, spectral
// functions at repeated values, norms at zero, spectra at the ends of the range.
const next = uniform(17);
const random = (...shape: number[]) => randomArray(next, shape);
const close = (A: NdArray, B: NdArray | number[][], tolerance = 1e-13) =>
  expect(frobenius(sub(A, B))).toBeLessThanOrEqual(tolerance * (1 + frobenius(sub(B, 0))));
/** Q·diag(d)·Qᵀ with a reflection Q. */
function symmetric(d: readonly number[]): NdArray {
  const v = random(d.length, 1);
  const Q = sub(eye(d.length), scale(2 / sum(hadamard(v, v)).data[0], matmul(v, transpose(v))));
  return sym(matmul(matmul(Q, diag([...d])), transpose(Q)));
}

describe('det and adjugate at every rank', () => {
  const minor = (A: number[][], i: number, j: number) =>
    A.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== j));
  const exact = (A: number[][]): number =>
    A.length === 0 ? 1 : A[0].reduce((s, a, j) => s + (j % 2 ? -a : a) * exact(minor(A, 0, j)), 0);
  const cofactors = (A: number[][]) =>
    A.map((row, i) => row.map((_, j) => ((i + j) % 2 ? -1 : 1) * exact(minor(A, i, j))));
  const plus = (A: number[][], t: number, E: number[][]) =>
    A.map((row, i) => row.map((a, j) => a + t * E[i][j]));
  const E = [[1, 0, 2, -1], [0, 3, 1, 1], [-2, 1, 0, 1], [1, 1, -1, 2]]; // biome-ignore format: matrices
  /** Along E, exactly: entries of cofactors are of third degree, for which four-point differences have no error. */
  const alongE = (A: number[][]): number[][] => {
    const [a, b, c, d] = [1, -1, 2, -2].map((t) => cofactors(plus(A, t, E)));
    return a.map((row, i) => row.map((x, j) => (8 * (x - b[i][j]) - c[i][j] + d[i][j]) / 12));
  };
  // biome-ignore-start format: matrices
  const integers: Record<string, number[][]> = {
    'rank 3, a zero column first': [
      [0, 1, 2, 3],
      [0, 4, 5, 6],
      [0, 7, 8, 10],
      [0, 1, 0, 1],
    ],
    'rank 3, a double column in the middle': [
      [1, 2, 4, 3],
      [2, 1, 2, 0],
      [0, 3, 6, 1],
      [1, 1, 2, 5],
    ],
    'rank 3, a zero row last': [
      [2, 1, 0, 3],
      [1, 1, 1, 1],
      [0, 2, 5, 1],
      [0, 0, 0, 0],
    ],
    'rank 2': [
      [1, 2, 3, 4],
      [2, 4, 6, 8],
      [1, 1, 1, 1],
      [2, 3, 4, 5],
    ],
    'rank 1': [
      [1, 2, 3, 4],
      [2, 4, 6, 8],
      [3, 6, 9, 12],
      [-1, -2, -3, -4],
    ],
    'rank 0': [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  };
  // biome-ignore-end format: matrices

  test.each(Object.entries(integers))('%s: gradient, Hessian, adjugate and its derivatives', (_, A) => {
    const C = cofactors(A);
    const G = grad(det)(A);
    close(G, C, 1e-14);
    close(adjugate(A), transpose(C), 1e-14);
    close(hvp(det)(A, E), alongE(A));
    close(jvp((X) => adjugate(X), [A], [E]).tangent, transpose(alongE(A)));
    close(vjp((X) => adjugate(X), A).pullback(transpose(E))[0], alongE(A));
    // Of the second degree in A, for which two-point differences have no error.
    const [a, b] = [1, -1].map((t) => alongE(plus(A, t, E)));
    const second = a.map((row, i) => row.map((x, j) => (x - b[i][j]) / 2));
    close(hvp((X) => inner(cofactor(X), E))(A, E), second);
    const third = grad((X) => inner(hvp(det)(X, E), E))(A);
    close(third, second);
    // Where the first derivative vanishes, differences are noise alone.
    if (toNested(sumsq(alongE(A))) !== 0) for (const f of [grad(det), adjugate]) checkGrads((X) => f(X), [A]);
  });
});

describe('repeated eigenvalues', () => {
  const spectra = { double: [1, 1, 2], triple: [1.5, 1.5, 1.5], 'nearly double': [1, 1 + 1e-14, 2] };

  test.each(Object.entries(spectra))('%s: functions of a matrix, to third order', (_, d) => {
    const A = symmetric(d);
    for (const name of ['exp', 'log', 'sqrt', 'inv'] as const) {
      const W = random(3, 3);
      // The gradient, differentiated twice.
      checkGrads(
        grad((X) => inner(W, symmetricFunction(X, name))),
        [A],
        { domain: [domain.symmetric] },
      );
    }
  });

  test('projectors, to third order, with repeated values on both sides of the cut', () => {
    const W = random(4, 4);
    const A = symmetric([1, 1, 2, 2]);
    checkGrads(
      grad((X) => inner(W, spectralProjector(X, 2))),
      [A],
      { domain: [domain.symmetric] },
    );
  });

  test('eigh refuses single vectors and values by name, in every mode and nesting', () => {
    const A = symmetric([1, 1, 2]);
    const E = symmetric([1, 2, 3]);
    const [W, w] = [random(3, 3), random(3)];
    const named = /^eigh: expected separate values, got those of index 0, 1/;
    const vectors = (X: NdArray) => inner(W, eigh(X)[1]);
    const values = (X: NdArray) => inner(w, eigvalsh(X));
    for (const f of [vectors, values]) {
      expect(() => grad(f)(A)).toThrow(named);
      expect(() => jvp(f, [A], [E])).toThrow(named);
      expect(() => grad((X) => sum(grad(f)(X)))(A)).toThrow(named);
      expect(() => jvp((X) => jvp(f, [X], [E]).tangent, [A], [E])).toThrow(named);
      expect(() => grad((X) => jvp(f, [X], [E]).tangent)(A)).toThrow(named);
      expect(() => jvp(grad(f), [A], [E])).toThrow(named);
    }
    // A mask would return zero here: log of the matrix through its vectors, at the identity.
    const through = (X: NdArray) => {
      const [values, V] = eigh(X);
      return inner(W, matmul(hadamard(V, log(values)), transpose(V)));
    };
    expect(() => grad(through)(eye(3))).toThrow(/^eigh/);
    close(grad((X) => inner(W, symmetricFunction(X, 'log')))(eye(3)), sym(W));
  });

  test('slopes of eigenvalues are one-sided differences', () => {
    const [A, E] = [symmetric([1, 1, 2]), symmetric([3, -1, 0.5])];
    const W = sym(random(3, 3));
    for (const D of [E, W]) {
      const t = 1e-7;
      const moved = scale(1 / t, sub(eigvalsh(add(A, scale(t, D))), eigvalsh(A)));
      close(eigvalshDirectional(A, D), moved, 1e-6);
    }
    const stack = { shape: [2, 1, 3, 3], data: Float64Array.of(...A.data, ...W.data) };
    const all = eigvalshDirectional(stack, { shape: [2, 3, 3], data: Float64Array.of(...E.data, ...W.data) });
    expect(all.shape).toEqual([2, 2, 3]);
    close({ shape: [3], data: all.data.slice(3, 6) }, eigvalshDirectional(A, W));
    expect(() => grad((X) => sum(eigvalshDirectional(X, E)))(A)).toThrow(/under differentiation/);
  });

  test('symmetric functions of the eigenvalues go through', () => {
    const A = symmetric([1, 1, 2]);
    close(grad((X) => sum(log(eigvalsh(X))))(A), symmetricFunction(A, 'inv'));
  });
});

describe('equal singular values', () => {
  const rotation = [[0, -2], [2, 0]]; // biome-ignore format: matrices
  const tall = [[3, 0], [0, 3], [0, 0]]; // biome-ignore format: matrices

  test('the polar factor and the nuclear norm, to second order', () => {
    for (const A of [rotation, tall, transpose(tall)]) {
      checkGrads(polarFactor, [A]);
      checkGrads(nuclearNorm, [A]);
      close(grad(nuclearNorm)(A), polarFactor(A));
    }
  });

  test('svd refuses single vectors by name, in every mode and nesting', () => {
    const W = random(2, 2);
    const f = (X: NdArray) => inner(W, svd(X)[0]);
    const named = /^svd: expected separate values, got those of index 0, 1/;
    expect(() => grad(f)(rotation)).toThrow(named);
    expect(() => jvp(f, [rotation], [W])).toThrow(named);
    expect(() => grad((X) => sum(grad(f)(X)))(rotation)).toThrow(named);
    expect(() => jvp(grad(f), [rotation], [W])).toThrow(named);
    // U·Vᵀ through the SVD is where the libraries give NaN or garbage.
    expect(() => grad((X) => inner(W, matmul(svd(X)[0], transpose(svd(X)[2]))))(rotation)).toThrow(named);
  });
});

test('norms at zero have the gradient zero', () => {
  const zero = [[0, 0], [0, 0]]; // biome-ignore format: matrices
  for (const f of [norm, nuclearNorm, spectralNorm]) expect(toNested(add(grad(f)(zero), 0))).toEqual(zero);
});

test.each([1e150, 1e-150])('spectra at scale %f', (c) => {
  const A = [[2, 0.3, -0.1], [0.3, -1, 0.2], [-0.1, 0.2, 0.5]]; // biome-ignore format: matrices
  const S = scale(c, array(A));
  const W = random(3, 3);
  // Vectors do not change with the scale, so their gradients go with its inverse.
  for (const f of [(X: NdArray) => eigh(X)[1], (X: NdArray) => svd(X)[0], polarFactor] as const) {
    const loss = (X: NdArray) => inner(W, f(X));
    close(scale(c, grad(loss)(S)), grad(loss)(A), 1e-12);
  }
  close(grad((X) => inner([1, 2, 3], eigvalsh(X)))(S), grad((X) => inner([1, 2, 3], eigvalsh(X)))(A));
  close(grad(nuclearNorm)(S), grad(nuclearNorm)(A));
});
