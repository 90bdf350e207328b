import { expect, test } from 'vitest';
import { array, dampedInv, eye, inner, inv, pinv, toNested, trace } from '../index.ts';
import { checkGrads, distance, frobenius, randomArray, uniform } from '../testing/index.ts';

const matrices = {
  regular: [
    [2, 1],
    [0.5, -1],
  ],
  singular: [
    [1, 2],
    [2, 4],
  ],
  zero: [
    [0, 0],
    [0, 0],
  ],
  tall: [
    [1, 2],
    [0.5, -1],
    [3, 0.25],
  ],
  wide: [
    [1, 0.5, 3],
    [2, 1, 6],
  ],
};

test.each(Object.entries(matrices))('is differentiable in A and in λ at a %s matrix', (_, A) => {
  const C = randomArray(uniform(1), [A[0].length, A.length]);
  checkGrads((X, λ) => inner(C, dampedInv(X, λ)), [A, 0.7]);
});

test('(AᵀA + λI)·Y = Aᵀ, by singular values', () => {
  const Y = dampedInv(
    [
      [3, 0],
      [0, 0],
    ],
    2,
  );
  expect(
    distance(
      [Y],
      [
        array([
          [3 / 11, 0],
          [0, 0],
        ]),
      ],
    ),
  ).toBeLessThan(1e-16);
});

test('is the inverse without damping, and goes to the pseudo-inverse at any rank', () => {
  expect(distance([dampedInv(matrices.regular, 0)], [inv(matrices.regular)])).toBeLessThan(1e-15);
  for (const A of [matrices.singular, matrices.tall, matrices.wide]) {
    const P = pinv(A);
    expect(distance([dampedInv(A, 1e-8)], [P])).toBeLessThan(1e-7 * frobenius(P));
  }
});

test('stacks of matrices and of λ', () => {
  const Y = dampedInv([matrices.regular, matrices.singular], [1, 2]);
  expect(toNested(Y)).toEqual([
    toNested(dampedInv(matrices.regular, 1)),
    toNested(dampedInv(matrices.singular, 2)),
  ]);
});

test('refuses what is no matrix, negative λ, and none where the rank needs some', () => {
  expect(() => dampedInv([1, 2], 1)).toThrow(/^dampedInv: /);
  expect(() => dampedInv(3, 1)).toThrow(/^dampedInv: /);
  expect(() => dampedInv(eye(2), -1)).toThrow(/damping of 0 or more/);
  expect(() => trace(dampedInv(matrices.singular, 0))).toThrow(/singular/);
});
