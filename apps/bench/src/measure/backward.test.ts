import { describe, expect, test } from 'vitest';
import { float64 } from '../backends/backend.ts';
import { mul, toDoubles, toRational } from '../exact/rational.ts';
import { fromRows, type Matrix } from '../matrix.ts';
import { seeded } from '../suite/random.ts';
import { backwardError, residual } from './backward.ts';

describe('residual', () => {
  test('is the exact one rounded once, also where all digits cancel', () => {
    const random = seeded(9);
    const entry = () => random.int(1, 2 ** 31) / random.int(1, 2 ** 31);
    const A = fromRows([
      [entry(), entry()],
      [entry(), entry()],
    ]);
    const B = fromRows([
      [entry(), entry()],
      [entry(), entry()],
    ]);
    const product = mul(toRational(A), toRational(B));
    const C = toDoubles(product);
    const exact = toRational(C);
    const difference = toDoubles({
      ...product,
      num: product.num.map((p, k) => (exact.num[k] as bigint) * product.den - p * exact.den),
      den: product.den * exact.den,
    });
    expect(residual(C, A, B).data).toEqual(difference.data);
  });
});

describe('backward error', () => {
  const A = fromRows([
    [2, 1],
    [1, 1],
  ]);
  const B = fromRows([[1], [0]]);
  const of = (op: 'solve' | 'inv' | 'cholesky' | 'det', M: Matrix, answer: number[]) =>
    backwardError(op, M, B, [answer], float64);

  test('is 0 for an exact answer', () => {
    expect(of('solve', A, [1, -1])).toBe(0);
    expect(of('inv', A, [1, -1, -1, 2])).toBe(0);
    expect(
      of(
        'cholesky',
        fromRows([
          [4, 2],
          [2, 10],
        ]),
        [2, 0, 1, 3],
      ),
    ).toBe(0);
  });

  test('counts units of u for a spoilt one', () => {
    // A (x + 2⁻⁵³e₁) - b = 2⁻⁵³ (2, 1)
    expect(of('solve', A, [1 + 2 ** -52, -1])).toBeCloseTo(
      (2 * Math.sqrt(5)) / (Math.sqrt(7) * Math.SQRT2 + 1),
      6,
    );
  });

  test('says nothing on NaN and on determinants', () => {
    expect(of('inv', A, [1, Number.NaN, 0, 1])).toBeUndefined();
    expect(of('det', A, [1])).toBeUndefined();
  });
});
