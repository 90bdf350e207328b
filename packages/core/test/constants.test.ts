import { expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { toNested } from '../src/array.ts';
import { randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(3);
const same = (A: NdArray, B: NdArray) => expect(toNested(A)).toEqual(toNested(B));

test.each([1, 2, 3, 4])('the matrices of vec and vech at order %i', (n) => {
  const A = randomArray(next, [n, n]);
  const S = m.sym(A);
  const [D, L] = [m.duplicationMatrix(n), m.eliminationMatrix(n)];
  same(m.matmul(L, m.vec(A)), m.vech(A));
  same(m.matmul(D, m.vech(S)), m.vec(S));
  same(m.matmul(L, D), m.eye((n * (n + 1)) / 2));
  same(m.matmul(m.commutationMatrix(n, n), D), D);
  same(m.vec(m.unvech(m.vech(S))), m.vec(S));
});

test('the commutation matrix of an oblong matrix, its inverse, and Kronecker products', () => {
  const [A, B] = [randomArray(next, [2, 3]), randomArray(next, [4, 2])];
  const K = m.commutationMatrix(2, 3);
  same(m.matmul(K, m.vec(A)), m.vec(m.transpose(A)));
  same(m.commute(m.vec(A), 2, 3), m.vec(m.transpose(A)));
  same(m.matmul(m.commutationMatrix(3, 2), K), m.eye(6));
  same(m.matmul(m.matmul(m.commutationMatrix(4, 2), m.kron(A, B)), m.commutationMatrix(3, 2)), m.kron(B, A));
});

test('zeros, ones and identities', () => {
  same(m.matmul(m.ones(2, 3), m.eye(3)), m.add(m.zeros(2, 3), 1));
  expect(toNested(m.zeros())).toBe(0);
  expect(m.eye(0).shape).toEqual([0, 0]);
  expect(m.toNested(m.eye(2, 3))).toEqual([[1, 0, 0], [0, 1, 0]]); // biome-ignore format: a matrix
  expect(m.toNested(m.eye(3, 1))).toEqual([[1], [0], [0]]);
});

test.each([
  () => m.eye(-1),
  () => m.eye(1.5),
  () => m.eye(Number.NaN),
  () => m.zeros(2, -2),
  () => m.ones(Number.POSITIVE_INFINITY),
  () => m.zeros(1e6, 1e6),
  () => m.commutationMatrix(-2, -2),
  () => m.duplicationMatrix(-2),
  () => m.eliminationMatrix(Number.POSITIVE_INFINITY),
  () => m.eliminationMatrix(1e6),
  () => m.eye(3n as unknown as number),
])('sizes of no array are refused: %s', (make) => {
  expect(make).toThrow(m.DomainError);
});
