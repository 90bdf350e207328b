import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import * as m from '../src/index.ts';
import { symbol } from '../src/latex.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';

const next = uniform(83);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);

describe('diagonals beside the main one', () => {
  const A = m.array([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  test('are those of NumPy', () => {
    expect([-2, -1, 0, 1, 2, 3].map((k) => numbers(m.diagPart(A, k)))).toEqual([
      [],
      [4],
      [1, 5],
      [2, 6],
      [3],
      [],
    ]);
    expect([-2, -1, 0, 1, 2, 3].map((k) => numbers(m.trace(A, k)))).toEqual([0, 4, 6, 8, 3, 0]);
    expect(numbers(m.diag([1, 2], -1))).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 0],
    ]);
    expect(numbers(m.diag([1], 2))).toEqual([
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(numbers(m.tril(A, 1))).toEqual([
      [1, 2, 0],
      [4, 5, 6],
    ]);
    expect(numbers(m.tril(A, -1))).toEqual([
      [0, 0, 0],
      [4, 0, 0],
    ]);
    expect(numbers(m.triu(A, 1))).toEqual([
      [0, 2, 3],
      [0, 0, 6],
    ]);
    expect(numbers(m.triu(A, -1))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test('differentiate, in stacks', () => {
    const X = random(2, 3, 4);
    for (const k of [-3, -1, 1, 2]) {
      for (const f of [m.trace, m.tril, m.triu, m.diagPart]) checkGrads((Y) => f(Y, k), [X]);
      checkGrads((x) => m.diag(x, k), [random(2, 3)]);
    }
    expect(String(m.tril(symbol('A'), 1))).toBe('\\operatorname{tril}_{1}(A)');
    expect(String(m.triu(symbol('A'), 1))).toBe('\\operatorname{triu}_{1}(A)');
  });

  test('are whole numbers apart', () => {
    for (const f of [m.trace, m.tril, m.triu, m.diagPart]) expect(() => f(A, 0.5)).toThrow(m.DomainError);
    expect(() => m.diag([1], 0.5)).toThrow(m.DomainError);
  });
});

test('charpoly takes stacks', () => {
  const X = random(2, 3, 3);
  const each = m.stack([m.charpoly(m.take(X, 0)), m.charpoly(m.take(X, 1))]);
  expect(numbers(m.norm(m.sub(m.charpoly(X), each)))).toBeLessThan(1e-14);
  checkGrads(m.charpoly, [X]);
  expect(numbers(m.charpoly(m.zeros(0, 0)))).toEqual([1]);
  expect(() => m.charpoly([[1, 2]])).toThrow(m.ShapeError);
});

describe('exponentials at the ends of the range', () => {
  test('softmax and logsumexp take any finite numbers', () => {
    expect(numbers(m.softmax([1e308, -1e308]))).toEqual([1, 0]);
    expect(
      numbers(
        m.softmax([
          [1e308, -1e308],
          [1, 1],
        ]),
      ),
    ).toEqual([
      [1, 0],
      [0.5, 0.5],
    ]);
    expect(numbers(m.logsumexp([1.7e308, -1.7e308, 1.7e308]))).toBe(1.7e308);
    expect(numbers(m.grad((x) => m.logsumexp(x))([1e308, -1e308, 1e308]))).toEqual([0.5, 0, 0.5]);
    expect(numbers(m.add(m.jacobian((x) => m.softmax(x))([1e308, -1e308]), 0))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(() => m.logSoftmax([1e308, -1e308])).toThrow(m.MatgradError);
    expect(numbers(m.logSoftmax([1e308, 1e308]))).toEqual([-Math.LN2, -Math.LN2]);
  });
});

describe('rayleighQuotient of two matrices', () => {
  test('is stationary at eigenvectors, with the eigenvalues', () => {
    const G = random(3, 3);
    const [A, B] = [m.sym(random(3, 3)), m.add(m.gram(G), m.eye(3))];
    checkGrads((x, M, N) => m.rayleighQuotient(x, M, N), [random(3), A, B]);
    const L = m.cholesky(B);
    const [w, V] = m.eigh(m.transpose(m.solveTriangular(L, m.transpose(m.solveTriangular(L, A)))));
    const x = m.take(m.transpose(m.solveTriangularTransposed(L, V)), 2);
    expect(numbers(m.rayleighQuotient(x, A, B))).toBeCloseTo(w.data[2] as number, 12);
    expect(numbers(m.norm(m.grad((y) => m.rayleighQuotient(y, A, B))(x)))).toBeLessThan(1e-13);
  });
});

describe('gradients in symmetric matrices', () => {
  const S = m.add(m.gram(random(3, 3)), m.eye(3));
  const f = (X: NdArray) => m.inner(m.matmul(X, X), m.array([[1, 2, 3], [0, 1, 4], [0, 0, 2]]));
  test('symmetricGradient is that of differentials, vechGradient that of free entries', () => {
    const dS = m.sym(random(3, 3));
    const df = numbers(m.jvp(f, [S], [dS]).tangent) as number;
    expect(numbers(m.inner(m.symmetricGradient(f, S), dS))).toBeCloseTo(df, 12);
    const free = m.grad((v) => f(m.unvech(v)))(m.vech(S));
    expect(numbers(m.norm(m.sub(m.vech(m.vechGradient(f, S)), free)))).toBeLessThan(1e-13);
    expect(numbers(m.inner(m.vech(m.vechGradient(f, S)), m.vech(dS)))).toBeCloseTo(df, 12);
  });
}); // biome-ignore format: matrices
