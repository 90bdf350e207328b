import { describe, expect, test } from 'vitest';
import type { NdArray } from '../array.ts';
import { grad } from '../autodiff/grad.ts';
import { hessian } from '../autodiff/jacobian.ts';
import { SingularMatrixError } from '../errors.ts';
import { array, DomainError, inner, lstsq, matmul, ridge, sum, transpose } from '../index.ts';
import { distance, frobenius } from '../testing/index.ts';

const tall = array([
  [1, 2],
  [0.5, -1],
  [3, 0.25],
]);
const b = array([1, 2, -1]);

/** Xᵀ·(AᵀA + λI)·X = Aᵀ·B for one column: 2×2, by Cramer's rule. */
function normal(A: NdArray, lambda: number): number[] {
  const column = (j: number) => array([0, 1, 2].map((i) => A.data[2 * i + j]));
  const dot = (x: NdArray, y: NdArray) => inner(x, y).data[0];
  const [p, q] = [column(0), column(1)];
  const [a, c, d] = [dot(p, p) + lambda, dot(p, q), dot(q, q) + lambda];
  const [u, v] = [dot(p, b), dot(q, b)];
  const D = a * d - c * c;
  return [(d * u - c * v) / D, (a * v - c * u) / D];
}

test('minimises ‖Ax - b‖² + λ‖x‖²', () => {
  for (const lambda of [0, 0.1, 3, 1e6]) {
    const x = ridge(tall, b, lambda);
    expect(distance([x], [array(normal(tall, lambda))])).toBeLessThan(1e-14 * frobenius(x));
  }
  expect(distance([ridge(tall, b, 0)], [lstsq(tall, b)])).toBeLessThan(1e-14);
});

test('its derivatives in λ are right at λ = 0 too, to the second', () => {
  const f = (lambda: number) => normal(tall, lambda).reduce((s, x) => s + x);
  const h = 1e-3;
  for (const lambda of [0, 0.5]) {
    const first = (f(lambda - 2 * h) - 8 * f(lambda - h) + 8 * f(lambda + h) - f(lambda + 2 * h)) / (12 * h);
    const second = (f(lambda - h) - 2 * f(lambda) + f(lambda + h)) / (h * h);
    const g = (x: NdArray) => sum(ridge(tall, b, x));
    expect(grad(g)(lambda).data[0]).toBeCloseTo(first, 10);
    expect(hessian(g)(lambda).data[0]).toBeCloseTo(second, 6);
  }
});

test('does not square the condition: Läuchli columns that AᵀA cannot tell apart', () => {
  const mu = 2 ** -30;
  const A = array([
    [1, 1],
    [mu, 0],
    [0, mu],
  ]);
  const x = ridge(A, matmul(A, [1, 2]), 0);
  expect(distance([x], [array([1, 2])])).toBeLessThan(1e-6);
});

test('is smooth at singular and wide matrices', () => {
  const wide = transpose(tall);
  expect(ridge(wide, [1, 2], 1e-3).shape).toEqual([3]);
  expect(
    grad((A) => sum(ridge(A, [1, 2], 0.5)))([
      [0, 0, 0],
      [0, 0, 0],
    ]).data[0],
  ).toBeCloseTo(2, 14);
});

describe('refuses', () => {
  test('negative damping', () => {
    expect(() => ridge(tall, b, -1)).toThrow(DomainError);
  });
  test('dependent columns without damping, named by member', () => {
    expect(() =>
      ridge(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 1],
        0,
      ),
    ).toThrow(SingularMatrixError);
    expect(() =>
      ridge(
        [
          [0.1, 0.3],
          [0.2, 0.6],
        ],
        [1, 1],
        0,
      ),
    ).toThrow(SingularMatrixError);
    const stack = [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1, 2],
        [2, 4],
      ],
    ];
    expect(() => ridge(stack, [[1], [1]], 0)).toThrow(expect.objectContaining({ member: 1 }));
  });
});

test('one damping for each member of a stack', () => {
  const X = ridge(tall, [[1], [2], [-1]], [0.5, 2]);
  expect(X.shape).toEqual([2, 2, 1]);
  expect(Array.from(X.data.slice(2))).toEqual(Array.from(ridge(tall, b, 2).data));
});

test('scales 1e±150 neither overflow nor vanish', () => {
  for (const c of [1e150, 1e-150]) {
    const A = { shape: tall.shape, data: tall.data.map((x) => x * c) };
    const x = ridge(A, b, 0.3 * c * c);
    const y = ridge(tall, b, 0.3);
    expect(distance([{ ...x, data: x.data.map((v) => v * c) }], [y])).toBeLessThan(1e-14);
  }
});
