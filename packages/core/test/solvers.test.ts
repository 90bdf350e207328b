import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import * as s from '../src/structured.ts';
import * as tensor from '../src/tensor.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(67);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);
const near = (y: NdArray, wanted: NdArray, tolerance = 1e-12) => {
  expect(y.shape).toEqual(wanted.shape);
  expect(numbers(m.norm(m.reshape(m.sub(y, wanted), [y.data.length])))).toBeLessThan(tolerance);
};
const dominant = (n: number) => m.add(random(n, n), m.scale(n, m.eye(n)));

/** The matrix of its diagonals, entry by entry. */
function whole(D: NdArray, lower: number, upper: number): NdArray {
  const n = D.shape[1] as number;
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = Math.max(0, i - lower); j <= Math.min(n - 1, i + upper); j++) {
      data[i * n + j] = D.data[(upper + i - j) * n + j] as number;
    }
  }
  return { shape: [n, n], data };
}

describe('banded systems', () => {
  test.each([[0, 0], [1, 0], [0, 2], [1, 1], [2, 1], [3, 4], [8, 8]])('%d diagonals below and %d above, any pivots', (lower, upper) => {
    for (const n of [1, 2, 5, 9, 30]) {
      const D = random(lower + upper + 1, n);
      const A = whole(D, lower, upper);
      const B = random(n, 3);
      const X = s.solveBanded(D, B, lower, upper);
      const scale = numbers(m.norm(A)) as number * (numbers(m.norm(X)) as number);
      expect(numbers(m.norm(m.sub(m.matmul(A, X), B)))).toBeLessThan(30 * n * 2 ** -53 * (scale + 1));
      const [, back] = m.vjp((M, Y) => s.solveBanded(M, Y, lower, upper), D, B).pullback(B);
      expect(numbers(m.norm(m.sub(m.matmul(m.transpose(A), back as NdArray), B)))).toBeLessThan(
        30 * n * 2 ** -53 * ((numbers(m.norm(A)) as number) * (numbers(m.norm(back as NdArray)) as number) + 1),
      );
    }
  }); // biome-ignore format: a list

  test('differentiate as dense ones do, in the diagonals and twice', () => {
    for (const [lower, upper] of [[1, 1], [2, 1], [0, 2]] as const) {
      const D = m.add(random(lower + upper + 1, 5), m.array(Array.from({ length: lower + upper + 1 }, (_, i) => [i === upper ? 4 : 0])));
      checkGrads((M, B) => s.solveBanded(M, B, lower, upper), [D, random(5, 2)]);
      checkGrads((M, b) => s.solveBanded(M, b, lower, upper), [D, random(5)]);
      checkGrads((M, B) => s.solveBanded(M, B, lower, upper), [m.stack([D, D]), random(5, 1)], { order: 1 });
    }
  }); // biome-ignore format: a list

  test('are linear in cost: a hundred thousand unknowns', () => {
    const n = 100_000;
    const D = m.concat([m.ones(1, n), m.scale(4, m.ones(1, n)), m.ones(1, n)]);
    const b = m.ones(n);
    const [value, G] = m.valueAndGrad((M) => m.sum(s.solveBanded(M, b, 1, 1)))(D);
    expect((numbers(value) as number) / n).toBeCloseTo(1 / 6, 4);
    expect(G.data[n + n / 2]).toBeCloseTo(-1 / 36, 12);
  });

  test('refuse singular ones, not badly scaled ones', () => {
    expect(() => s.solveTridiagonal([1], [1, 1], [1], [1, 2])).toThrow(m.SingularMatrixError);
    expect(() => s.solveTridiagonal([0], [1, 0], [0], [1, 2])).toThrow(m.SingularMatrixError);
    expect(() => s.solveTridiagonal([1 / 3], [1, 1 / 3], [1], [1, 2])).toThrow(m.SingularMatrixError);
    near(s.solveTridiagonal([0], [1e-200, 1e200], [0], [1e-200, 1e200]), m.ones(2));
    near(s.solveTridiagonal([1e-300], [0, 0], [1e300], [1e300, 1e-300]), m.ones(2));
    expect(() => s.solveTridiagonal([1, 1], [1, 1], [1], [1, 2])).toThrow(m.ShapeError);
    expect(() => s.solveBanded([[1, 2]], [1, 2], 1, 0)).toThrow(m.ShapeError);
    expect(() => s.solveBanded([[1, 2]], [1, 2], -1, 1)).toThrow(m.ShapeError);
    expect(s.solveBanded(m.zeros(3, 0), [], 1, 1).shape).toEqual([0]);
    expect(() => s.solveBanded([[[1, 1]], [[1, 0]]], [1, 2], 0, 0)).toThrow(/member 1/);
  });

  test('solveTridiagonal differentiates in its diagonals, in stacks', () => {
    const [below, diagonal, above] = [random(4), m.add(random(2, 5), 4), random(4)];
    checkGrads(s.solveTridiagonal, [below, diagonal, above, random(5)]);
    const A = m.add(m.diag(m.take(diagonal, 1)), s.blockDiag(m.zeros(5, 5)));
    expect(A.shape).toEqual([5, 5]);
    const one = s.solveTridiagonal(below, m.take(diagonal, 1), above, m.ones(5));
    near(m.take(s.solveTridiagonal(below, diagonal, above, m.ones(5)), 1), one);
  });
});

describe('updates of solved systems', () => {
  const [A, U, C, V] = [dominant(4), random(4, 2), random(2, 2), random(2, 4)];
  const sum = m.add(A, m.matmul(U, m.matmul(C, V)));
  test('woodbury solves what is updated', () => {
    for (const B of [random(4, 3), random(4)]) {
      near(s.woodbury(A, U, C, V, B), m.solve(sum, B));
      checkGrads(s.woodbury, [A, U, C, V, B]);
    }
    const d = m.array([2, -3, 4, 5]);
    near(s.woodbury(d, U, C, V, random(4)), s.woodbury(m.diag(d), U, C, V, m.ones(4)), 10);
    near(
      s.woodbury(d, U, C, V, m.ones(4)),
      m.solve(m.add(m.diag(d), m.matmul(U, m.matmul(C, V))), m.ones(4)),
    );
    checkGrads(s.woodbury, [d, U, C, V, random(4)]);
    // C need not be invertible.
    near(s.woodbury(A, U, m.zeros(2, 2), V, m.ones(4)), m.solve(A, m.ones(4)));
    near(
      s.woodbury(m.stack([A, A]), U, C, V, m.ones(4, 1)),
      m.stack([m.solve(sum, m.ones(4, 1)), m.solve(sum, m.ones(4, 1))]),
    );
  });

  test('shermanMorrison solves an update of rank one', () => {
    const [u, v, b] = [random(4), random(4), random(4)];
    near(s.shermanMorrison(A, u, v, b), m.solve(m.add(A, m.outer(u, v)), b));
    checkGrads(s.shermanMorrison, [A, u, v, b]);
    expect(() => s.shermanMorrison([1, 1], [1, 0], [-1, 0], [1, 1])).toThrow(m.SingularMatrixError);
  });

  test('detUpdate holds at every rank', () => {
    const [u, v] = [random(3), random(3)];
    for (const S of [dominant(3), m.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), m.outer(u, v), m.zeros(3, 3)]) {
      expect(numbers(s.detUpdate(S, u, v))).toBeCloseTo(numbers(m.det(m.add(S, m.outer(u, v)))) as number, 11);
    }
    checkGrads(s.detUpdate, [dominant(3), v, u]);
    checkGrads(s.detUpdate, [m.matmul(random(3, 2), random(2, 3)), v, u], { order: 1 });
  }); // biome-ignore format: matrices
});

describe('least squares', () => {
  const [A, B] = [random(5, 3), random(5, 2)];
  const deficient = m.matmul(random(5, 2), random(2, 3));
  test('the residual is that of lstsq, with second derivatives', () => {
    for (const b of [B, random(5)]) {
      const r = m.sub(m.matmul(A, m.lstsq(A, b)), b);
      expect(numbers(s.leastSquaresResidual(A, b))).toBeCloseTo(numbers(m.sumsq(r)) as number, 13);
      checkGrads(s.leastSquaresResidual, [A, b]);
    }
    checkGrads(s.leastSquaresResidual, [m.stack([A, A]), B], { order: 1 });
    expect(numbers(s.leastSquaresResidual(m.transpose(A), m.ones(3)))).toBeCloseTo(0, 25);
    const G = m.grad((X) => s.leastSquaresResidual(X, m.ones(5)))(deficient);
    const x = m.lstsq(deficient, m.ones(5));
    near(G, m.scale(-2, m.outer(m.sub(m.ones(5), m.matmul(deficient, x)), x)), 1e-10);
  });

  test('weights are counts of rows', () => {
    near(
      s.weightedLstsq(A, B, [1, 2, 1, 1, 1]),
      m.lstsq(m.concat([A, m.slice(A, 1, 2)]), m.concat([B, m.slice(B, 1, 2)])),
    );
    checkGrads(s.weightedLstsq, [A, random(5), m.add(random(5), 2)]);
  });

  test('constraints hold, and the residual is orthogonal to what they leave free', () => {
    const [b, C, d] = [random(5), random(1, 3), random(1)];
    const x = s.constrainedLstsq(A, b, C, d);
    near(m.matmul(C, x), d);
    const gradient = m.matmul(m.transpose(A), m.sub(m.matmul(A, x), b));
    near(m.sub(gradient, m.matmul(s.projector(m.transpose(C)), gradient)), m.zeros(3));
    checkGrads(s.constrainedLstsq, [A, b, C, d]);
    expect(() => s.constrainedLstsq(A, b, m.zeros(1, 3), [0])).toThrow(m.SingularMatrixError);
    expect(() => s.constrainedLstsq(A, d, C, d)).toThrow(m.ShapeError);
  });

  test('projector is that on the columns, at every rank', () => {
    near(s.projector(A), m.matmul(A, m.pinv(A)));
    near(s.projector(deficient), m.matmul(deficient, m.pinv(deficient)));
    checkGrads((X) => s.projector(X), [A]);
    checkGrads((X) => s.projector(X), [random(2, 4)]);
    near(s.projector(m.zeros(2, 2)), m.zeros(2, 2));
    near(s.projector([[1, 0], [0, 1e-3]], 1e-2), m.array([[1, 0], [0, 0]]));
    expect(() => s.projector(A, -1)).toThrow(m.DomainError);
    // Along matrices of the same rank: dP = (I-P)dA·A⁺ and its transpose.
    const [u, v] = [random(5, 2), random(2, 3)];
    checkGrads((X) => s.projector(m.matmul(X, v)), [u]);
  }); // biome-ignore format: matrices
});

describe('others', () => {
  test('choleskyInverse, cayley', () => {
    const L = m.cholesky(m.add(m.gram(random(3, 3)), m.eye(3)));
    near(s.choleskyInverse(L), m.inv(m.matmul(L, m.transpose(L))));
    checkGrads(s.choleskyInverse, [L], { domain: [m.domain.lower] });
    const A = random(3, 3);
    const Q = s.cayley(m.sub(A, m.transpose(A)));
    near(m.gram(Q), m.eye(3));
    checkGrads(s.cayley, [m.scale(0.3, A)]);
    expect(() => s.cayley([[1]])).toThrow(m.SingularMatrixError);
    expect(() => s.cayley([[1, 2]])).toThrow(m.ShapeError);
  });

  test('tensorsolve and tensorinv', () => {
    const A = m.reshape(dominant(6), [2, 3, 3, 2]);
    const B = random(2, 3);
    near(tensor.tensordot(A, tensor.tensorsolve(A, B)), B);
    checkGrads(tensor.tensorsolve, [A, B]);
    near(tensor.tensordot(tensor.tensorinv(A), A), m.reshape(m.eye(6), [3, 2, 3, 2]));
    checkGrads((X) => tensor.tensorinv(X), [A]);
    near(tensor.tensorinv(dominant(3), 1), tensor.tensorinv(dominant(3), 1), 100);
    expect(() => tensor.tensorinv(random(2, 3, 4))).toThrow(m.ShapeError);
    expect(() => tensor.tensorsolve(A, random(2))).toThrow(m.ShapeError);
  });

  test('vandermonde and blockDiag', () => {
    expect(numbers(s.vandermonde([0, 2], 4))).toEqual([[1, 0, 0, 0], [1, 2, 4, 8]]);
    expect(s.vandermonde([1, 2], 0).shape).toEqual([2, 0]);
    checkGrads((x) => s.vandermonde(x, 4), [m.array([[0, 1.5], [-2, 0.5]])]);
    expect(() => s.vandermonde(1)).toThrow(m.ShapeError);
    expect(() => s.vandermonde([1], -1)).toThrow(m.DomainError);
    const [A, B] = [dominant(2), dominant(3)];
    expect(numbers(m.det(s.blockDiag(A, B)))).toBeCloseTo((numbers(m.det(A)) as number) * (numbers(m.det(B)) as number), 10);
    checkGrads((X, Y) => s.blockDiag(X, Y), [m.stack([A, A]), m.stack([B, B])]);
    expect(() => s.blockDiag()).toThrow(m.ShapeError);
    expect(() => s.blockDiag([1, 2])).toThrow(m.ShapeError);
  }); // biome-ignore format: matrices
});
