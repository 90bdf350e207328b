import { array } from '@matgrad/core';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { cholesky, det, inv, logdet, slogdet, solve } from '../src/index.ts';
import { tidily } from './arrays.ts';
import { onEveryBackend } from './backends.ts';

const unary = { inv, det, slogdet, logdet, cholesky } as Record<
  string,
  (x: unknown) => tf.Tensor | tf.Tensor[]
>;
const nested = (f: () => tf.Tensor | tf.Tensor[]) =>
  tidily(() => {
    const y = f();
    return Array.isArray(y) ? y.map((part) => part.arraySync()) : y.arraySync();
  });

onEveryBackend((backend) => {
  test.each(Object.entries(unary))('%s refuses what is not square and not real', (op, f) => {
    for (const shape of [[2, 3], [4], [], [5, 2, 3]])
      tidily(() => {
        expect(() => f(tf.zeros(shape))).toThrow(expect.objectContaining({ code: 'SHAPE', op }));
      });
    tidily(() => {
      // The wasm backend has no complex numbers.
      const wrong = [tf.tensor([['a']]), ...(backend === 'cpu' ? [tf.complex([[1]], [[0]])] : [])];
      for (const x of wrong) expect(() => f(x)).toThrow(expect.objectContaining({ code: 'DOMAIN', op }));
    });
    for (const x of [null, undefined, 'text', [['1']], {}])
      expect(() => f(x)).toThrow(expect.objectContaining({ code: 'DOMAIN', op }));
    expect(() => f([[1, 2], [3]])).toThrow(expect.objectContaining({ code: 'SHAPE', op }));
    expect(() => f([[1, 2], [3]])).toThrow(new RegExp(`^${op}: expected rows`));
  });

  test('solve refuses systems that do not fit', () => {
    const bad: [number[], number[]][] = [
      [
        [2, 3],
        [2, 1],
      ],
      [
        [3, 3],
        [2, 1],
      ],
      [[3, 3], []],
      [
        [2, 3, 3],
        [3, 3, 1],
      ],
      [[2, 3, 3], [2]],
    ];
    for (const [a, b] of bad)
      tidily(() => {
        expect(() => solve(tf.zeros(a), tf.zeros(b))).toThrow(
          expect.objectContaining({ code: 'SHAPE', op: 'solve' }),
        );
      });
  });

  test('integers and booleans are cast, and their gradients are float32', () => {
    expect(
      nested(() =>
        inv(
          tf.tensor2d(
            [
              [2, 0],
              [0, 4],
            ],
            [2, 2],
            'int32',
          ),
        ),
      ),
    ).toEqual([
      [0.5, 0],
      [0, 0.25],
    ]);
    expect(
      nested(() =>
        det(
          tf.tensor2d(
            [
              [1, 0],
              [0, 1],
            ],
            [2, 2],
            'bool',
          ),
        ),
      ),
    ).toBe(1);
    tidily(() => {
      const G = tf.grad((x: tf.Tensor) => det(x))(
        tf.tensor2d(
          [
            [2, 1],
            [1, 4],
          ],
          [2, 2],
          'int32',
        ),
      );
      expect(G.dtype).toBe('float32');
      expect(G.arraySync()).toEqual([
        [4, -1],
        [-1, 2],
      ]);
    });
  });

  test('nested arrays, typed arrays in core arrays and tensors are one', () => {
    const A = [
      [2, 1],
      [1, 3],
    ];
    const expected = nested(() => inv(tf.tensor2d(A)));
    expect(nested(() => inv(A))).toEqual(expected);
    expect(nested(() => inv(array(A)))).toEqual(expected);
  });

  test('empty matrices, empty stacks and single numbers', () => {
    expect(nested(() => inv(tf.zeros([0, 0])))).toEqual([]);
    expect(nested(() => cholesky(tf.zeros([0, 0])))).toEqual([]);
    expect(nested(() => det(tf.zeros([0, 0])))).toBe(1);
    expect(nested(() => logdet(tf.zeros([0, 0])))).toBe(0);
    expect(nested(() => slogdet(tf.zeros([0, 0])))).toEqual([1, 0]);
    expect(nested(() => det(tf.zeros([2, 0, 0])))).toEqual([1, 1]);
    for (const f of Object.values(unary)) expect(nested(() => f(tf.zeros([0, 3, 3])))).toSatisfy(isEmpty);
    expect(nested(() => solve(tf.zeros([0, 3, 3]), tf.zeros([3, 2])))).toEqual([]);
    tidily(() => expect(solve(tf.eye(2), tf.zeros([2, 0])).shape).toEqual([2, 0]));
    expect(nested(() => solve([[4]], [[2]]))).toEqual([[0.5]]);
    expect(nested(() => inv([[4]]))).toEqual([[0.25]]);
    expect(nested(() => logdet([[1]]))).toBe(0);
  });

  test('gradients of empty inputs are empty, of empty outputs zero', () => {
    for (const f of [inv, det, logdet, cholesky] as ((x: tf.Tensor) => tf.Tensor)[])
      for (const shape of [
        [0, 0],
        [0, 2, 2],
      ])
        tidily(() => {
          expect(tf.grad((x: tf.Tensor) => tf.sum(f(x)))(tf.zeros(shape)).shape).toEqual(shape);
        });
    tidily(() => {
      const [dA, dB] = tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.sum(solve(a, b)))([
        tf.eye(2),
        tf.zeros([2, 0]),
      ]);
      expect([...dA.dataSync()].map(Math.abs)).toEqual([0, 0, 0, 0]);
      expect(dB.shape).toEqual([2, 0]);
    });
  });

  test('options in the place of the flag are refused', () => {
    const options = { check: true } as unknown as boolean;
    expect(() => inv([[2]], options)).toThrow(/inv: expected true or false for adjoint, got object/);
    expect(() => solve([[2]], [[1]], options)).toThrow(/solve: expected true or false for adjoint/);
  });

  test('results have the shapes of TensorFlow in Python, and arguments stay as they are', () => {
    tidily(() => {
      const A = tf.tensor([2, 1, 1, 3, 2, 0, 0, 2], [2, 1, 2, 2]);
      const before = A.arraySync();
      expect(inv(A).shape).toEqual([2, 1, 2, 2]);
      expect(det(A).shape).toEqual([2, 1]);
      expect(slogdet(A).map(({ shape }) => shape)).toEqual([
        [2, 1],
        [2, 1],
      ]);
      expect(solve(A, tf.ones([3, 2, 4])).shape).toEqual([2, 3, 2, 4]);
      expect(solve(A, tf.ones([2])).shape).toEqual([2, 1, 2]);
      expect(A.arraySync()).toEqual(before);
    });
  });
});

const isEmpty = (y: unknown): boolean => Array.isArray(y) && y.flat(9).length === 0;
