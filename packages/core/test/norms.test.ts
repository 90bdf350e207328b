import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(77);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);
const A = [[1, 3], [5, 7]]; // biome-ignore format: a matrix
const orders = ['fro', 'nuc', 1, -1, 2, -2, Infinity, -Infinity] as const;

describe('norm', () => {
  test('is that of NumPy, of matrices and of vectors', () => {
    const wanted = [9.16515138991168, 10, 10, 6, 9.123105625617661, 0.8768943743823404, 12, 4];
    orders.forEach((order, i) => {
      expect(numbers(m.norm(A, order))).toBeCloseTo(wanted[i] as number, 13);
    });
    const powers = [2, 1, 3, -1, -2, 0, Infinity, -Infinity];
    const ofVector = [30 ** 0.5, 10, 100 ** (1 / 3), 0.48, 0.8381163549234938, 4, 4, 1];
    powers.forEach((order, i) => {
      expect(numbers(m.norm([-1, 2, -3, 4], order))).toBeCloseTo(ofVector[i] as number, 14);
    });
    expect(numbers(m.norm([0, 3, 0, -4, 5], 0))).toBe(3);
  });

  test.each(orders)('of order %s differentiates rightly, of matrices and of stacks', (order) => {
    for (const shape of [
      [3, 3],
      [2, 3],
      [2, 3, 2],
    ]) {
      checkGrads((X) => m.norm(X, order), [random(...shape)]);
    }
  });

  test('goes along axes', () => {
    const X = random(2, 3, 4);
    expect(numbers(m.norm(m.sub(m.norm(X, 1, 1), m.sum(m.abs(X), 1))))).toBeLessThan(1e-14);
    expect(m.norm(X, 3, 0).shape).toEqual([3, 4]);
    expect(numbers(m.norm(X, 1, [0, 2]))).toEqual(numbers(m.max(m.sum(m.abs(X), 0), -1)));
    expect(numbers(m.norm(X, 1, [2, 0]))).toEqual(numbers(m.max(m.sum(m.abs(X), 2), 0)));
    checkGrads((Y) => m.norm(Y, 3, 1), [X]);
    checkGrads((Y) => m.norm(Y, 2, 0), [X]);
    expect(() => m.norm(X, 1, [0, 1, 2])).toThrow(m.ShapeError);
    expect(() => m.norm(X, 1, [0, 0])).toThrow(m.ShapeError);
    expect(() => m.norm(X, 1, 3)).toThrow(m.ShapeError);
  });

  test('is safe at every scale', () => {
    for (const s of [1e-300, 1e-150, 1e150, 1e300]) {
      const X = m.scale(s, A);
      for (const order of orders) {
        expect(
          (numbers(m.norm(X, order)) as number) / (s * (numbers(m.norm(A, order)) as number)),
        ).toBeCloseTo(1, 13);
        const G = m.grad((Z) => m.norm(Z, order))(X);
        expect(numbers(m.norm(m.sub(G, m.grad((Z) => m.norm(Z, order))(A))))).toBeLessThan(1e-14);
      }
      expect((numbers(m.norm(m.scale(s, [3, 4]), 3)) as number) / s).toBeCloseTo(91 ** (1 / 3), 14);
    }
  });

  test('is 0 at 0 with the gradient 0, and refuses a Hessian there', () => {
    for (const order of ['fro', 'nuc', 1, 2, Infinity] as const) {
      expect(numbers(m.norm([[0, 0], [0, 0]], order))).toBe(0);
      // Where a convex function has its least value, its subgradient of least norm is 0; ties share what adds up to it.
      expect(numbers(m.grad((X) => m.norm(X, order))([[0, 0], [0, 0]]))).toEqual([[0, 0], [0, 0]]);
    }
    for (const p of [1, 1.5, 2, 3, 4]) {
      expect(numbers(m.grad((x) => m.norm(x, p))([0, 0]))).toEqual([0, 0]);
    }
    for (const f of [(x: NdArray) => m.square(m.norm(x)), (x: NdArray) => m.norm(x, 3)]) {
      expect(() => m.hessian(f)([0, 0])).toThrow(m.DegenerateError);
      expect(() => m.hessian(f)([0, 0])).toThrow(/sumsq/);
      expect(() => m.hvp(f)([0, 0], [1, 0])).toThrow(m.DegenerateError);
    }
    expect(numbers(m.hessian((x) => m.sumsq(x))([0, 0]))).toEqual([[2, 0], [0, 2]]);
  }); // biome-ignore format: matrices

  test('has Hessians at zero entries where there are, and refuses them where there are none', () => {
    const third = m.jacobian(m.hessian((x) => m.norm(x, 4)));
    checkGrads((x) => m.norm(x, 4), [[0, 1, -2]]);
    // Fourth derivatives of x⁴ at 0 are 24: with y = ‖(x, 1)‖₄, the expansion 1 + x⁴/4 has 6.
    expect((m.toNested(m.jacobian(third)([0, 1])) as number[][][][])[0]?.[0]?.[0]?.[0]).toBeCloseTo(6, 12);
    expect(() => m.hessian((x) => m.norm(x, 1.5))([0, 1])).toThrow(m.DomainError);
    expect(() => m.grad((x) => m.norm(x, 0.5))([0, 1])).toThrow(m.DomainError);
  });

  test('shares ties', () => {
    const tall = m.grad((X) => m.kyFanNorm(X, 1))(m.concat([m.eye(2), m.zeros(1, 2)]));
    expect(numbers(m.norm(m.sub(tall, m.scale(0.5, m.concat([m.eye(2), m.zeros(1, 2)])))))).toBeLessThan(1e-15);
    expect(numbers(m.grad((x) => m.norm(x, Infinity))([3, -3, 1]))).toEqual([0.5, -0.5, 0]);
    expect(numbers(m.grad((X) => m.norm(X, 1))([[1, 2], [3, -2]]))).toEqual([[0.5, 0.5], [0.5, -0.5]]);
    const third = numbers(m.grad((X) => m.kyFanNorm(X, 2))([[2, 0, 0], [0, 2, 0], [0, 0, 2]]));
    expect(third).toEqual([[2 / 3, 0, 0], [0, 2 / 3, 0], [0, 0, 2 / 3]].map((row) => row.map((x) => expect.closeTo(x, 14))));
    expect(() => m.hessian((X) => m.kyFanNorm(X, 1))([[2, 0], [0, 2]])).toThrow(m.DegenerateError);
    checkGrads((X) => m.kyFanNorm(X, 2), [[[2, 0, 0], [0, 2, 0.5], [0, 0, -1], [0, 0, 0]]], { tolerance: 1e-7 });
    expect(() => m.grad((X) => m.norm(X, -2))([[1, 2], [2, 4]])).toThrow(m.DegenerateError);
  }); // biome-ignore format: matrices

  test('refuses what is no order', () => {
    for (const order of [3, 0, 0.5, Number.NaN])
      expect(() => m.norm(A, order)).toThrow(/^norm: expected the order/);
    for (const order of ['nuc', Number.NaN] as const)
      expect(() => m.norm([1], order)).toThrow(/^norm: expected the order/);
    for (const order of [[1, 2], { shape: [] }, 3n, null, 'max'] as unknown as number[]) {
      for (const f of [m.norm, m.cond, m.rcond]) expect(() => f(A, order)).toThrow(m.DomainError);
    }
    expect(() => m.cond(m.zeros(0, 0), 1)).toThrow(m.DomainError);
    expect(() => m.vectorNorm([1], 0)).toThrow(/^vectorNorm: expected an order/);
    expect(() => m.kyFanNorm(A, 0)).toThrow(/^kyFanNorm: expected how many/);
  });

  test('of nothing is 0, the smallest of nothing is refused', () => {
    for (const order of ['fro', 'nuc', 1, 2, Infinity] as const) expect(numbers(m.norm([[]], order))).toBe(0);
    for (const order of [1, 2, 3, 0, Infinity]) expect(numbers(m.norm([], order))).toBe(0);
    for (const order of [-1, -2]) expect(() => m.norm([[]], order)).toThrow(m.MatgradError);
  });
});

test('schattenNorm runs from the nuclear norm to the spectral one', () => {
  const X = random(3, 4);
  expect(numbers(m.schattenNorm(X, 1))).toBeCloseTo(numbers(m.nuclearNorm(X)) as number, 13);
  expect(numbers(m.schattenNorm(X, 2))).toBeCloseTo(numbers(m.norm(X)) as number, 13);
  expect(numbers(m.schattenNorm(X, 200))).toBeCloseTo(numbers(m.spectralNorm(X)) as number, 5);
  checkGrads((Z) => m.schattenNorm(Z, 3), [X]);
});

describe('cond', () => {
  test('is that of NumPy', () => {
    const D = [[1, 0, 1], [0, -2, 0], [0, 0, 3]]; // biome-ignore format: a matrix
    const wanted = { '1': 4, '-1': 0.5, Infinity: 4, '-Infinity': 2 / 3 };
    for (const [order, value] of Object.entries(wanted))
      expect(numbers(m.cond(D, Number(order)))).toBeCloseTo(value, 14);
    expect(numbers(m.cond(D, 'fro'))).toBeCloseTo(4.699290726623895, 14);
    expect(
      numbers(
        m.cond([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toBeCloseTo(14.933034373659252, 12);
    expect(
      numbers(
        m.cond(
          [
            [1, 2],
            [3, 4],
          ],
          -2,
        ),
      ),
    ).toBeCloseTo(1 / 14.933034373659252, 14);
  });

  test.each([2, -2, 1, 'fro', Infinity] as const)('of order %s differentiates rightly', (order) => {
    const X = m.add(random(2, 3, 3), [
      [2, 0, 0],
      [0, 4, 0],
      [0, 0, -3],
    ]);
    checkGrads((Z) => m.cond(Z, order), [X]);
    checkGrads((Z) => m.rcond(Z, order), [X]);
  });

  test('of rectangular matrices is the quotient of singular values', () => {
    expect(
      numbers(
        m.cond([
          [3, 0, 0],
          [0, 2, 0],
        ]),
      ),
    ).toBeCloseTo(1.5, 14);
    expect(() =>
      m.cond(
        [
          [3, 0, 0],
          [0, 2, 0],
        ],
        1,
      ),
    ).toThrow(m.ShapeError);
  });

  test('is infinite at singular matrices, where its derivatives are refused', () => {
    const S = [[1, 1], [1, 1]];
    for (const order of [1, Infinity, 'fro'] as const) {
      expect(m.cond(S, order).data[0]).toBe(Infinity);
      expect(m.rcond(S, order).data[0]).toBe(0);
      expect(() => m.grad((X) => m.cond(X, order))(S)).toThrow(m.SingularMatrixError);
    }
    expect(m.cond([[0, 0], [0, 0]]).data[0]).toBe(Infinity);
    expect(m.cond(S).data[0]).toBeGreaterThan(1e15);
    expect([...m.cond([S, [[1, 0], [0, 2]]], 1).data]).toEqual([Infinity, 2]);
    expect(() => m.grad(m.cond)(S)).toThrow(m.DegenerateError);
    expect(() => m.cond([[]])).toThrow(m.MatgradError);
    expect(m.cond([[1e300, 0], [0, 1e300]], 1).data[0]).toBeCloseTo(1, 14);
  }); // biome-ignore format: matrices
});

test('logNorm bounds the growth of the exponential', () => {
  const X = m.array([[-2, 1, 0.3], [-1, -3, 2], [0.5, 0.2, -1]]);
  for (const order of [1, 2, Infinity]) {
    const h = 1e-7;
    const quotient = m.sub(m.norm(m.add(m.eye(3), m.scale(h, X)), order), 1).data[0] as number;
    expect(m.logNorm(X, order).data[0]).toBeCloseTo(quotient / h, 5);
    checkGrads((Z) => m.logNorm(Z, order), [X]);
  }
  expect(() => m.logNorm(X, 3)).toThrow(/^logNorm: expected an order/);
}); // biome-ignore format: matrices

test('permuteAxes moves axes', () => {
  const X = random(2, 3, 4, 2);
  for (const order of [[0, 1, 2, 3], [3, 1, 0, 2], [0, 2, 3, 1], [1, 2, 3, 0], [0, 1, 3, 2], [-1, 0, 1, 2], [2, 3, 0, 1]]) {
    const Y = m.permuteAxes(X, order);
    expect(Y.shape).toEqual(order.map((i) => X.shape.at(i)));
    let total = 0;
    for (let at = 0; at < Y.data.length; at++) {
      let rest = at;
      const index = [0, 0, 0, 0];
      for (let axis = 3; axis >= 0; axis--) {
        const d = Y.shape[axis] as number;
        index[(order[axis] as number) < 0 ? 4 + (order[axis] as number) : (order[axis] as number)] = rest % d;
        rest = Math.floor(rest / d);
      }
      const [i, j, k, l] = index as [number, number, number, number];
      total += Math.abs((m.add(Y, 0).data[at] as number) - (X.data[((i * 3 + j) * 4 + k) * 2 + l] as number));
    }
    expect(total).toBe(0);
    checkGrads((Z) => m.permuteAxes(Z, order), [X], { order: 1 });
  }
  expect(() => m.permuteAxes(X, [0, 1, 2])).toThrow(m.ShapeError);
  expect(() => m.permuteAxes(X, [0, 1, 2, 2])).toThrow(m.ShapeError);
}); // biome-ignore format: lists
