import { expect, test } from 'vitest';
import {
  array,
  DomainError,
  grad,
  matmul,
  matrixRank,
  type NdArray,
  norm,
  nullspace,
  orth,
  ShapeError,
  scale,
  stack,
  sub,
  toNested,
  transpose,
} from '../index.ts';
import { randomArray, uniform } from '../testing/index.ts';

const random = (seed: number, ...shape: number[]) => randomArray(uniform(seed), shape);
const ofRank = (m: number, n: number, r: number, c = 1): NdArray =>
  scale(c, matmul(random(1, m, r), random(2, r, n)));
const size = (A: NdArray): number => norm(A).data[0];
const identity = (n: number): NdArray =>
  array(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))));

const cases: readonly (readonly [string, NdArray, number])[] = [
  ['6×4 of rank 2', ofRank(6, 4, 2), 2],
  ['4×7 of rank 3', ofRank(4, 7, 3), 3],
  ['5×5 of full rank', random(3, 5, 5), 5],
  ['40×30 of rank 11', ofRank(40, 30, 11), 11],
  ['tiny, of rank 2', ofRank(5, 5, 2, 1e-290), 2],
  ['huge, of rank 2', ofRank(5, 5, 2, 1e290), 2],
  ['zero', array([[0, 0, 0], [0, 0, 0]]), 0], // biome-ignore format: matrices
  ['0×3', { shape: [0, 3], data: new Float64Array() }, 0],
  ['3×0', { shape: [3, 0], data: new Float64Array() }, 0],
];

test.each(cases)('rank and bases of a matrix that is %s', (_, A, rank) => {
  const [m, n] = A.shape as [number, number];
  const bound = 20 * (m + n) * 2 ** -52;
  expect(toNested(matrixRank(A))).toBe(rank);
  const [Z, Q] = [nullspace(A), orth(A)];
  expect([Z.shape, Q.shape]).toEqual([
    [n, n - rank],
    [m, rank],
  ]);
  expect(size(sub(matmul(transpose(Z), Z), identity(n - rank)))).toBeLessThanOrEqual(bound);
  expect(size(sub(matmul(transpose(Q), Q), identity(rank)))).toBeLessThanOrEqual(bound);
  expect(size(matmul(A, Z))).toBeLessThanOrEqual(bound * size(A));
  expect(size(sub(matmul(Q, matmul(transpose(Q), A)), A))).toBeLessThanOrEqual(bound * size(A));
});

test('of a stack: one rank for each member, and bases where it is the same', () => {
  const A = stack([ofRank(4, 4, 2), random(5, 4, 4)]);
  expect(toNested(matrixRank(A))).toEqual([2, 4]);
  expect(() => nullspace(A)).toThrow(ShapeError);
  expect(() => orth(A)).toThrow(
    /^orth: expected matrices of one rank, 2 as the first, got rank 4 in member 1/,
  );
  expect(orth(stack([ofRank(4, 4, 2), ofRank(4, 4, 2)])).shape).toEqual([2, 4, 2]);
  expect(matrixRank({ shape: [0, 2, 2], data: new Float64Array() }).shape).toEqual([0]);
});

test('the tolerance is relative to the largest singular value', () => {
  const D = [[1e3, 0], [0, 1]]; // biome-ignore format: matrices
  expect(toNested(matrixRank(D, 1e-2))).toBe(1);
  expect(toNested(matrixRank(D, 1e-4))).toBe(2);
  expect(() => matrixRank(D, -1)).toThrow(DomainError);
  expect(() => matrixRank([1, 2])).toThrow(ShapeError);
});

test('rank is locally constant; bases refuse to be differentiated', () => {
  const A = random(6, 3, 3);
  expect(toNested(grad((X) => scale(matrixRank(X), norm(X)))(A))).toEqual(
    toNested(scale(3, grad((X) => norm(X))(A))),
  );
  expect(() => grad((X) => norm(nullspace(X)))(A)).toThrow(/^nullspace: .*under differentiation/);
});
