import { describe, expect, test } from 'vitest';
import {
  add,
  cholesky,
  choleskyJitter,
  concat,
  det,
  diag,
  diagPart,
  eye,
  grad,
  ldl,
  log,
  logabsdet,
  lu,
  matmul,
  type NdArray,
  prod,
  qr,
  scale,
  slice,
  sub,
  sum,
  toNested,
  transpose,
  zeros,
} from '../src/index.ts';
import { qrPivoted } from '../src/structured.ts';
import { checkGrads, frobenius, randomArray, uniform } from '../src/testing/index.ts';

const next = uniform(5);
const random = (...shape: number[]) => randomArray(next, shape);
const close = (A: NdArray, B: NdArray, tolerance = 1e-14) =>
  expect(frobenius(sub(A, B))).toBeLessThanOrEqual(tolerance * frobenius(B));

describe('lu', () => {
  test.each([[5, 5], [7, 3], [3, 7]])('%i×%i: rows move, and derivatives with them', (m, n) => {
    // Rows turned by one of a matrix whose diagonal is strong: pivots are far from equal.
    const strong = { shape: [m, n], data: random(m, n).data.map((x, at) => (at % (n + 1) ? x / 2 : x + 2)) };
    const A = concat([slice(strong, 1, m), slice(strong, 0, 1)]);
    const [P, L, U] = lu(A);
    close(matmul(P, A), matmul(L, U));
    expect(Math.max(...L.data.map(Math.abs))).toBe(1);
    expect(P.data.some((p, i) => p === 1 && Math.floor(i / m) % m !== i % m)).toBe(true);
    checkGrads((X) => lu(X)[1], [A]);
    checkGrads((X) => lu(X)[2], [A]);
  }); // biome-ignore format: sizes

  test('of any rank; derivatives refuse a column that depends on those before it', () => {
    const deficient = [[[0, 0], [0, 0]], [[1, 2], [2, 4]], [[0, 1], [0, 2]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]]]; // biome-ignore format: matrices
    for (const X of deficient) {
      const [P, L, U] = lu(X);
      expect(toNested(matmul(P, X))).toEqual(toNested(matmul(L, U)));
      expect(() => grad((Z) => sum(lu(Z)[2]))(X)).toThrow(/^lu: expected a nonsingular matrix/);
      expect(() => lu.jvp([X], [X])).toThrow(/^lu: expected a nonsingular matrix/);
    }
  });

  test('scales 1e±150', () => {
    const A = (c: number) => [[c, 2 * c, 0], [3 * c, 4 * c, c]]; // biome-ignore format: matrices
    const Abar = (c: number) => lu.vjp(A(c)).pullback([null, [[0, 0], [c, 0]], null])[0]; // biome-ignore format: matrices
    close(Abar(1e150), Abar(1));
    close(Abar(1e-150), Abar(1));
  });

  test('the product of its pivots has the gradient of det, up to the sign of the permutation', () => {
    const A = random(4, 4);
    const [value, G] = [prod(diagPart(lu(A)[2])), grad((X) => prod(diagPart(lu(X)[2])))(A)];
    const sign = Math.sign(value.data[0] / det(A).data[0]);
    close(G, { shape: [4, 4], data: grad(det)(A).data.map((g) => g * sign) });
  });
});

describe('ldl', () => {
  test('of an indefinite matrix; the product of its pivots has the gradient of det', () => {
    const A = [[1, 2, 3], [2, -1, 4], [3, 4, 1]]; // biome-ignore format: matrices
    const [L, d] = ldl(A);
    close(matmul(matmul(L, diag(d)), transpose(L)), { shape: [3, 3], data: Float64Array.from(A.flat()) });
    close(grad((X) => prod(ldl(X)[1]))(A), grad(det)(A));
  });

  test('refuses a leading block that is singular, exactly or to working precision, whatever its scale', () => {
    expect(() => ldl([[0, 1], [1, 0]])).toThrow(/\(pivot 0 is zero\)/); // biome-ignore format: matrices
    expect(() => ldl([[0.1, 0.3, 1], [0.3, 0.9, 0], [1, 0, 1]])).toThrow(/working precision/); // biome-ignore format: matrices
    expect(() => ldl([[1e-150, 3e-150], [3e-150, 9e-150]])).toThrow(/pivot 1/); // biome-ignore format: matrices
    expect(toNested(ldl([[1e-150, 0], [0, 1e150]])[1])).toEqual([1e-150, 1e150]); // biome-ignore format: matrices
  });
});

describe('qr', () => {
  test.each([[4, 4], [5, 2], [2, 5]])('%i×%i, a stack of random matrices', (m, n) => {
    checkGrads((X) => qr(X)[0], [random(2, m, n)], { tolerance: 1e-7 });
    checkGrads((X) => qr(X)[1], [random(2, m, n)], { tolerance: 1e-7 });
  }); // biome-ignore format: sizes

  test('complete: all of Q, whose last columns have no derivative', () => {
    const A = random(4, 2);
    const [Q, R] = qr(A, { mode: 'complete' });
    expect([Q.shape, R.shape]).toEqual([[4, 4], [4, 2]]); // biome-ignore format: shapes
    close(matmul(Q, R), A);
    expect(() => grad((X) => sum(qr(X, { mode: 'complete' })[0]))(A)).toThrow(/mode 'thin'/);
    expect(() => qr.jvp([A], [A], { mode: 'complete' })).toThrow(/mode 'thin'/);
    expect(() => qr(A, { mode: 'full' as 'thin' })).toThrow(/expected { mode: 'thin' } or 'complete'/);
  });

  test('wide matrices need independent leading columns', () => {
    expect(() => qr.jvp([[[1, 2, 0], [1, 2, 1]]], [[[1, 0, 0], [0, 0, 0]]])).toThrow(/nonsingular/); // biome-ignore format: matrices
  });
});

describe('qrPivoted', () => {
  test('the value exists at every rank, derivatives where it is full', () => {
    const A = [[1, 2, 3], [2, 4, 6], [1, 2, 3.5]]; // biome-ignore format: a matrix
    const [Q, R, P] = qrPivoted(A);
    expect(frobenius(sub(matmul(A, P), matmul(Q, R)))).toBeLessThan(1e-14);
    expect(Math.abs(R.data[8])).toBeLessThan(1e-14);
    expect(() => qrPivoted.jvp([A], [A])).toThrow(/nonsingular/);
    expect(() => grad((X) => sum(qrPivoted(X)[1]))([[0, 0], [0, 0]])).toThrow(/nonsingular/); // biome-ignore format: a matrix
    expect(grad((X) => sum(qrPivoted(X)[2]))([[1, 2], [3, 5]])).toEqual(zeros(2, 2)); // biome-ignore format: a matrix
  });
  test('three columns that go round', () => {
    const A = [[0.1, 3, 1], [0.3, 0.2, 2], [0.2, 0.5, 0.4]]; // biome-ignore format: a matrix
    expect(toNested(qrPivoted(A)[2])).toEqual([[0, 0, 1], [1, 0, 0], [0, 1, 0]]); // biome-ignore format: a matrix
    for (const output of [0, 1]) checkGrads((X) => qrPivoted(X)[output], [A]);
  });
  test('log|det A| is that of R at any order of the columns, and at any scale', () => {
    for (const c of [1e-150, 1, 1e150]) {
      const A = [[1 * c, 5 * c], [2 * c, 3 * c]]; // biome-ignore format: a matrix
      const G = grad((X) => sum(log(diagPart(qrPivoted(X)[1]))))(A);
      expect(frobenius(sub(G, grad(logabsdet)(A))) * c).toBeLessThan(1e-14);
    }
  });
});

describe('choleskyJitter', () => {
  test('adds nothing where nothing is needed, little where little is, and refuses what is indefinite', () => {
    expect(choleskyJitter([[4, 2], [2, 5]])[1].data[0]).toBe(0); // biome-ignore format: matrices
    const [L, c] = choleskyJitter([[1, 1], [1, 1 - 1e-10]]); // biome-ignore format: matrices
    expect(c.data[0]).toBeGreaterThan(1e-11);
    expect(c.data[0]).toBeLessThan(1e-9);
    const shifted = [[1 + c.data[0], 1], [1, 1 - 1e-10 + c.data[0]]]; // biome-ignore format: matrices
    close(matmul(L, transpose(L)), { shape: [2, 2], data: Float64Array.from(shifted.flat()) });
    expect(() => choleskyJitter([[1, 2], [2, 1]])).toThrow(/positive definite/); // biome-ignore format: matrices
    expect(() => choleskyJitter([[0, 0], [0, 0]])).toThrow(/positive definite/); // biome-ignore format: matrices
    expect(choleskyJitter({ shape: [0, 0], data: new Float64Array(0) })[1].data[0]).toBe(0);
  });

  test('its derivative is that of Cholesky with the jitter held', () => {
    const A = [[1, 1], [1, 1 - 1e-6]]; // biome-ignore format: matrices
    const c = choleskyJitter(A)[1];
    close(grad((X) => sum(choleskyJitter(X)[0]))(A), grad((X) => sum(cholesky(add(X, scale(c, eye(2))))))(A));
  });
});
