import { expect, test } from 'vitest';
import { array, lstsq, matmul, type NdArray, pinv, transpose, vjp } from '../index.ts';
import { combine, distance, dot, frobenius, randomArray, uniform } from '../testing/index.ts';

const random = (seed: number, ...shape: number[]) => randomArray(uniform(seed), shape);
const ofRank = (m: number, n: number, r: number, seed: number): NdArray =>
  matmul(random(seed, m, r), random(seed + 1, r, n));

const deficient: readonly (readonly [string, NdArray])[] = [
  ['tall of rank 2', ofRank(6, 4, 2, 1)],
  ['wide of rank 2', ofRank(3, 5, 2, 3)],
  ['square of rank 3', ofRank(5, 5, 3, 5)],
  ['zero', array([[0, 0, 0], [0, 0, 0]])], // biome-ignore format: matrices
  ['of equal columns', array([[1, 1], [1, 1], [1, 1]])], // biome-ignore format: matrices
];

test.each(deficient)('a matrix that is %s has the solution of least norm', (_, A) => {
  const B = random(7, A.shape[0], 2);
  const X = lstsq(A, B);
  const size = frobenius(pinv(A)) * frobenius(B);
  const bound = 1e-13 * Math.max(1, frobenius(A) * frobenius(pinv(A))) ** 2 * (size || 1);
  // AᵀA X = AᵀB, and X stands in the row space.
  const residual = combine([1, matmul(A, X)], [-1, B]);
  expect(frobenius(matmul(transpose(A), residual))).toBeLessThanOrEqual(bound * frobenius(A));
  expect(distance([matmul(pinv(A), matmul(A, X))], [X])).toBeLessThanOrEqual(bound);
});

test.each(deficient.slice(0, 3))(
  'its derivative is that along matrices of the same rank: one that is %s',
  (_, A) => {
    const [m, n] = A.shape;
    const b = random(8, m);
    const bar = random(9, n);
    const [P, Q, db] = [random(10, m, m), random(11, n, n), random(12, m)];
    const moved = (t: number) => {
      const curve = matmul(
        combine([1, { shape: [m, m], data: identity(m) }], [t, P]),
        matmul(A, combine([1, { shape: [n, n], data: identity(n) }], [t, Q])),
      );
      return dot([lstsq(curve, combine([1, b], [t, db]))], [bar]);
    };
    const dA = combine([1, matmul(P, A)], [1, matmul(A, Q)]);
    const [Abar, bbar] = vjp(lstsq, A, b).pullback(bar);
    const h = 1e-4;
    // Fourth order: its truncation and its rounding are below 1e-9 of the derivative.
    const differences = (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h);
    expect(dot([Abar, bbar], [dA, db]) / differences).toBeCloseTo(1, 7);
  },
);

const identity = (n: number) => Float64Array.from({ length: n * n }, (_, p) => (p % (n + 1) === 0 ? 1 : 0));

test('columns of very different scales are no deficiency', () => {
  const A = [[1e-200, 0], [0, 1e200]]; // biome-ignore format: matrices
  expect(lstsq(A, [1e-200, 1e200]).data).toEqual(Float64Array.of(1, 1));
});

test('without rows or columns there is nothing to fit', () => {
  const empty = (...shape: number[]): NdArray => ({ shape, data: new Float64Array() });
  expect(lstsq(empty(0, 3), empty(0)).data).toEqual(new Float64Array(3));
  expect(lstsq(empty(3, 0), [1, 2, 3]).shape).toEqual([0]);
});
