import { describe, expect, test } from 'vitest';
import { fromRows } from '../matrix.ts';
import { integers, seeded } from '../suite/random.ts';
import { adjugate, adjugateOfIntegers, inverse } from './adjugate.ts';
import { cholesky, exactly, rounded, toDecimal } from './decimal.ts';
import { decompose, mul, toDoubles, toRational } from './rational.ts';
import { nearestDouble } from './round.ts';

describe('nearestDouble', () => {
  test.each([
    [1n, 3n, 1 / 3],
    [-2n, 3n, -2 / 3],
    [10n ** 400n, 1n, Infinity],
    [1n, 10n ** 400n, 0],
    [1n, 1n << 1074n, 2 ** -1074],
    [3n, 1n << 1075n, 2 ** -1073], // a tie between 1 and 2 units of 2⁻¹⁰⁷⁴ goes to even
    [1n, 1n << 1075n, 0],
    [(1n << 53n) + 1n, 1n, 2 ** 53], // ties to even
    [(1n << 53n) + 3n, 1n, 2 ** 53 + 4],
    [(1n << 54n) + 3n, 1n, 2 ** 54 + 4],
  ])('%d / %d', (p, q, expected) => {
    expect(nearestDouble(p, q)).toBe(expected);
  });

  test('gives every double back that decompose took apart', () => {
    const random = seeded(1);
    for (let k = 0; k < 500; k++) {
      const x = (random.int(-1e9, 1e9) / 7) * 2 ** random.int(-1070, 990);
      const [m, e] = decompose(x);
      expect(e < 0 ? nearestDouble(m, 1n << BigInt(-e)) : nearestDouble(m << BigInt(e), 1n)).toBe(x + 0);
    }
  });

  test('agrees with correctly rounded decimal parsing', () => {
    const random = seeded(2);
    for (let k = 0; k < 500; k++) {
      const [digits, power] = [random.int(1, 2 ** 31), random.int(-320, 300)];
      const ratio: [bigint, bigint] =
        power < 0 ? [BigInt(digits), 10n ** BigInt(-power)] : [BigInt(digits) * 10n ** BigInt(power), 1n];
      expect(nearestDouble(...ratio)).toBe(Number(`${digits}e${power}`));
    }
  });
});

describe('adjugate', () => {
  const random = seeded(4);
  test.each([1, 2, 3, 5, 8])('A adj(A) = det(A) I for random %d×%d integers', (n) => {
    const A = toRational(integers(n, n, -9, 9, random));
    const { det, adj } = adjugate(A);
    const product = mul(A, adj);
    expect(product.num.map((x) => x * det.den)).toEqual(
      product.num.map((_, k) => (k % (n + 1) === 0 ? det.num * product.den : 0n)),
    );
  });

  test('is the matrix of cofactors at rank n-1, and 0 below', () => {
    expect(adjugateOfIntegers(2, [1n, 2n, 2n, 4n])).toEqual({ det: 0n, adj: [4n, -2n, -2n, 1n] });
    expect(adjugateOfIntegers(3, [1n, 2n, 3n, 2n, 4n, 6n, 3n, 6n, 9n]).adj).toEqual(new Array(9).fill(0n));
  });

  test('inverse refuses a singular matrix', () => {
    expect(() =>
      inverse(
        toRational(
          fromRows([
            [1, 2],
            [2, 4],
          ]),
        ),
      ),
    ).toThrow(RangeError);
    const A = fromRows([
      [0.1, 0.2],
      [0.3, 0.5],
    ]);
    expect(toDoubles(mul(toRational(A), inverse(toRational(A)))).data).toEqual(
      new Float64Array([1, 0, 0, 1]),
    );
  });
});

describe('decimals', () => {
  test('exactly is exact', () => {
    expect(exactly(0.1).toFixed()).toBe('0.1000000000000000055511151231257827021181583404541015625');
  });

  test('cholesky refuses an indefinite matrix and factors an integer one', () => {
    expect(() =>
      cholesky(
        toDecimal(
          fromRows([
            [1, 2],
            [2, 1],
          ]),
        ),
      ),
    ).toThrow('pivot 1');
    expect(
      rounded(
        cholesky(
          toDecimal(
            fromRows([
              [4, 2],
              [2, 10],
            ]),
          ),
        ),
      ).data,
    ).toEqual(new Float64Array([2, 0, 1, 3]));
  });
});
