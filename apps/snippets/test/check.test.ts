import { describe, expect, test } from 'vitest';
import { check } from '../src/check.ts';

const matrix = { shape: [2, 2], data: Float64Array.of(0.5, 0, 0, 0.25) };

describe('what is shown is accepted', () => {
  test.for<[unknown, string]>([
    [2, '2'],
    [1 / 3 + 1e-16, '0.3333'],
    [-Math.LN2, '-0.693147'],
    [2.079441541679836, '2.0794415416798357'],
    [1.23456e-9, '1.23456e-9'],
    [0.1 + 0.2, '0.3'],
    [matrix, '[[0.5, 0], [0, 0.25]]'],
    [[1, matrix], '[1, [[0.5, 0], [0, 0.25]]]'],
    [{ value: 4, tangent: matrix }, '{ value: 4, tangent: [[0.5, 0], [0, 0.25]] }'],
    [{ arraySync: () => [1, 2] }, '[1, 2]'],
    ['Y', "'Y'"],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [null, 'null'],
    [true, 'true'],
  ])('%j as %s', ([value, shown]) => check(() => value, shown));
});

describe('what is wrong is refused', () => {
  test.for<[unknown, string]>([
    [2.4, '2'],
    [2 + 1e-11, '2'],
    [0.33339, '0.3333'],
    [0.5001, '0.5'],
    [1e-11, '0'],
    [-1, '1'],
    [matrix, '[[0.5, 0], [0, 0.5]]'],
    [matrix, '[[0.5, 0]]'],
    [matrix, '[0.5, 0, 0, 0.25]'],
    [{ value: 4 }, '{ value: 5 }'],
    [{ value: 4 }, '{ tangent: 4 }'],
    ['Y', "'X'"],
    [Number.NaN, '0'],
    [Number.NaN, '0.1234'],
    [Number.POSITIVE_INFINITY, '-Infinity'],
    [2, '2 or so'],
    [2, '2) + (0'],
  ])('%j as %s', async ([value, shown]) => {
    await expect(check(() => value, shown)).rejects.toThrow(/shown/);
  });
});

describe('throws', () => {
  const fail = () => {
    throw new RangeError('inv: expected a square matrix');
  };
  test('accepts the named error and the start of its message', async () => {
    await check(fail, 'throws RangeError');
    await check(fail, 'throws RangeError: inv: expected');
  });
  test('refuses another error, another message and no error', async () => {
    await expect(check(fail, 'throws TypeError')).rejects.toThrow('it threw RangeError');
    await expect(check(fail, 'throws RangeError: det')).rejects.toThrow('it threw RangeError');
    await expect(check(() => 1, 'throws RangeError')).rejects.toThrow('the value is 1');
  });
  test('does not swallow an error where a value is shown', async () => {
    await expect(check(fail, '1')).rejects.toThrow('expected a square matrix');
  });
});
