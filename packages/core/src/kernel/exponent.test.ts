import { expect, test } from 'vitest';
import { diagonalProduct, logSplit } from './diagonalProduct.ts';
import { exponent, ldexp, pow2 } from './exponent.ts';

test('exponents are exact over the whole range, denormals included', () => {
  for (let e = -1074; e < 1024; e++) expect(exponent(-(2 ** e))).toBe(e);
  expect(exponent(2 - 2 ** -52)).toBe(0);
  expect(exponent(Number.MAX_VALUE)).toBe(1023);
  expect(exponent(0)).toBe(0);
});

test('powers of two are exact over the normal range', () => {
  for (let e = -1022; e < 1024; e++) expect(pow2(e)).toBe(2 ** e);
});

test('scaling by a power of two rounds once and goes anywhere', () => {
  expect(ldexp(3, 4)).toBe(48);
  expect(ldexp(2 ** -1074, 2097)).toBe(2 ** 1023);
  expect(ldexp(2 ** 1023, -2097)).toBe(2 ** -1074);
  expect(ldexp(1.5, 1023)).toBe(1.5 * 2 ** 1023);
  expect(ldexp(1, 1024)).toBe(Number.POSITIVE_INFINITY);
  expect(ldexp(1, -1075)).toBe(0);
  // A tie after rounding twice: 1 + 2^-52 at 2^-1023 keeps 51 bits and must round up from its 53rd.
  expect(ldexp(1 + 2 ** -51 + 2 ** -52, -1023)).toBe((1 + 2 ** -50) * 2 ** -1022 * 0.5);
  expect(ldexp(-0, 5)).toBe(-0);
});

test('a product of numbers far out of range keeps every digit', () => {
  const d = Float64Array.of(1e300, 1e300, 3, 1e-300, 1e-300, 5e-324, 2 ** 1000, 2 ** 74);
  const [mantissa, e] = diagonalProduct(d.length, d, 0, 1);
  expect(Math.abs(ldexp(mantissa, e) - 3)).toBeLessThan(8 * 3 * 2 ** -52);
  expect(logSplit([1, 1])).toBe(Math.LN2);
  expect(logSplit([0, 0])).toBe(Number.NEGATIVE_INFINITY);
});
