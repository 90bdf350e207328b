import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { cholesky, det, inv, logdet, slogdet, solve } from '../src/index.ts';
import { tidily } from './arrays.ts';
import { onEveryBackend } from './backends.ts';

const good = [
  [2, 1],
  [1, 3],
];
const singular = [
  [1, 2],
  [2, 4],
];
const indefinite = [
  [1, 2],
  [2, 1],
];
const spoilt = [
  [1, Number.NaN],
  [0, Number.POSITIVE_INFINITY],
];
const check = { check: true };

const numbers = (f: () => tf.Tensor): number[] => tidily(() => [...f().dataSync()]);
const gradient = (f: (x: tf.Tensor) => tf.Tensor, A: number[][][]) =>
  numbers(() => tf.grad((x: tf.Tensor) => tf.sum(f(x)))(tf.tensor3d(A)));

/** Members 0 and 2 as they are alone, member 1 NaN. */
function expectOnlyTheMiddleFails(stack: readonly number[], alone: readonly number[]): void {
  const size = alone.length;
  expect(stack.slice(0, size)).toEqual(alone);
  expect(stack.slice(size, 2 * size).every(Number.isNaN)).toBe(true);
  expect(stack.slice(2 * size)).toEqual(alone);
}

const refusing: readonly [string, (x: tf.Tensor) => tf.Tensor, bad: number[][], code: string][] = [
  ['inv', (x) => inv(x), singular, 'SINGULAR'],
  ['solve', (x) => solve(x, [[1], [2]]), singular, 'SINGULAR'],
  ['logdet', (x) => logdet(x), indefinite, 'NOT_POSITIVE_DEFINITE'],
  ['cholesky', (x) => cholesky(x), indefinite, 'NOT_POSITIVE_DEFINITE'],
  ['det', (x) => det(x), spoilt, 'NON_FINITE'],
  ['slogdet', (x) => slogdet(x)[1], spoilt, 'NON_FINITE'],
];

onEveryBackend(() => {
  test.each(refusing)('%s: a failing member of a stack is NaN, no other is', (_, f, bad) => {
    for (const wrong of [bad, spoilt]) {
      const stack = [good, wrong, good];
      expectOnlyTheMiddleFails(
        numbers(() => f(tf.tensor3d(stack))),
        numbers(() => f(tf.tensor2d(good))),
      );
      expectOnlyTheMiddleFails(gradient(f, stack), gradient(f, [good]));
    }
  });

  test('a single matrix that fails is all NaN', () => {
    expect(numbers(() => inv(tf.tensor2d(singular)))).toEqual(Array(4).fill(Number.NaN));
    expect(numbers(() => inv([[0]]))).toEqual([Number.NaN]);
  });

  test('rcond below 2^-52 is singular, unless the caller consents', () => {
    // K·Kᵀ with 1 on and k below the diagonal of K: exact in float32, its inverse has 1 + k² + k⁴ + k⁶ in the corner.
    const k = 1024;
    const A = [
      [1, k, 0, 0],
      [k, k * k + 1, k, 0],
      [0, k, k * k + 1, k],
      [0, 0, k, k * k + 1],
    ];
    expect(numbers(() => inv(A)).every(Number.isNaN)).toBe(true);
    const corner = 1 + k ** 2 + k ** 4 + k ** 6;
    const options = { illConditioned: true };
    expect(numbers(() => inv(A, false, options))[0] / corner).toBeCloseTo(1, 3);
    expect(numbers(() => solve(A, [1, 0, 0, 0], false, options))[0] / corner).toBeCloseTo(1, 3);
    expect(numbers(() => inv(singular, false, options)).every(Number.isNaN)).toBe(true);
    expect(() => inv(A, false, { check: true })).toThrow(expect.objectContaining({ code: 'SINGULAR' }));
  });

  test('solve: a right-hand side that is not finite spoils its own member only', () => {
    const rhs = [
      [[1], [2]],
      [[Number.NaN], [0]],
      [[1], [2]],
    ];
    expectOnlyTheMiddleFails(
      numbers(() => solve(good, tf.tensor3d(rhs))),
      numbers(() => solve(good, [[1], [2]])),
    );
  });

  test('solve: one failing matrix spoils what is solved with it in a broadcast stack', () => {
    const X = numbers(() => solve(tf.tensor4d([[good], [singular]]), tf.ones([3, 2, 1])));
    expect(X.map(Number.isNaN)).toEqual([...Array(6).fill(false), ...Array(6).fill(true)]);
  });

  test('determinants of singular members are exact', () => {
    expect(numbers(() => det(tf.tensor3d([good, singular])))).toEqual([5, 0]);
    tidily(() => {
      const [sign, logabs] = slogdet(tf.tensor3d([good, singular]));
      expect([...sign.dataSync()]).toEqual([1, 0]);
      expect(logabs.dataSync()[1]).toBe(Number.NEGATIVE_INFINITY);
    });
    expect(gradient((x) => det(x), [good, singular])).toEqual([3, -1, -1, 2, 4, -2, -2, 1]);
  });

  test('the gradient of slogdet is NaN at singular members, or throws on request', () => {
    const G = gradient((x) => slogdet(x)[1], [good, singular]);
    expect(G.map(Number.isNaN)).toEqual([...Array(4).fill(false), ...Array(4).fill(true)]);
    expect(() => gradient((x) => slogdet(x, check)[1], [good, singular])).toThrow(
      expect.objectContaining({ code: 'SINGULAR', member: 1 }),
    );
  });

  test('the third derivative of det is there at singular members too', () => {
    const third = (A: number[][][]) =>
      numbers(() => {
        const first = tf.grad((x: tf.Tensor) => tf.sum(det(x)));
        const second = tf.grad((x: tf.Tensor) => tf.sum(tf.square(first(x))));
        return tf.grad((x: tf.Tensor) => tf.sum(tf.square(second(x))))(tf.tensor3d(A));
      });
    const fine = [
      [3, 1, 0],
      [1, 4, 1],
      [0, 1, 5],
    ];
    const flat = [
      [1, 2, 3],
      [2, 4, 6],
      [1, 0, 1],
    ];
    expect(third([fine, flat, fine])).toEqual([third([fine]), third([flat]), third([fine])].flat());
    expect(third([flat]).every(Number.isFinite)).toBe(true);
  });

  test.each(refusing)('%s: check throws the typed error instead', (name, f, bad, code) => {
    void f;
    const checked: Record<string, (x: tf.Tensor) => unknown> = {
      inv: (x) => inv(x, false, check),
      solve: (x) => solve(x, [[1], [2]], false, check),
      logdet: (x) => logdet(x, check),
      cholesky: (x) => cholesky(x, check),
      det: (x) => det(x, check),
      slogdet: (x) => slogdet(x, check),
    };
    const stack = tf.tensor3d([good, bad]);
    expect(() => checked[name](stack)).toThrow(expect.objectContaining({ code, op: name }));
    if (code !== 'NON_FINITE')
      expect(() => checked[name](stack)).toThrow(expect.objectContaining({ member: 1 }));
    stack.dispose();
  });

  test('symmetric operations take (A + Aᵀ)/2 without complaint', () => {
    const skewed = [
      [2, 2],
      [0, 3],
    ];
    expect(numbers(() => cholesky(skewed))).toEqual(numbers(() => cholesky(good)));
    expect(gradient((x) => logdet(x), [skewed])).toEqual(gradient((x) => logdet(x), [good]));
  });
});
