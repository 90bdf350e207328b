import { type AnyIdentity, array, exp, type NdArray, sin, toNested } from '@matgrad/core';
import { registry } from '@matgrad/core/registry';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { tensorAlgebra } from '../src/algebra.ts';
import type { TensorAlgebra } from '../src/node.ts';
import { fromTf, randomExact, randomRegular, roundoffs, tidily, toTf } from './arrays.ts';
import { onEveryBackend } from './backends.ts';

const A = randomRegular(1, [2, 3, 3]);
const B = randomExact(2, [2, 3, 3]);
const L = randomRegular(3, [3, 3]);
const C = randomExact(4, [3, 2]);
const c = randomExact(5, [2]);
const k = tensorAlgebra(tf, false);

type Inputs = readonly NdArray[];
/** Word, identity that it is, inputs, static options. */
const words: readonly [keyof TensorAlgebra, string, Inputs, ...unknown[]][] = [
  ['add', 'add', [A, L]],
  ['sub', 'sub', [L, B]],
  ['neg', 'neg', [A]],
  ['had', 'hadamard', [A, L]],
  ['scale', 'scale', [c, A]],
  ['scale', 'scale', [array(3), L]],
  ['mul', 'matmul', [A, B]],
  ['mul', 'matmul', [A, C]],
  ['mul', 'matmul', [L, B]],
  ['t', 'transpose', [A]],
  ['t', 'transpose', [C]],
  ['trace', 'trace', [A]],
  ['inner', 'inner', [A, B]],
  ['sym', 'sym', [A]],
  ['tril', 'tril', [A]],
  ['phi', 'phi', [A]],
  ['lsolve', 'solveTriangular', [L, B]],
  ['lsolveT', 'solveTriangularTransposed', [L, B]],
  ['sumTo', 'sumTo', [A], [1, 3]],
  ['broadcastTo', 'broadcastTo', [C], [4, 2, 3, 2]],
  ['reshape', 'reshape', [A], [6, 3]],
  ['stack', 'stack', [A]],
  ['stack', 'stack', [A, B]],
  ['take', 'take', [A], 1],
  ['put', 'put', [C], 1, 3],
];
const word = (name: keyof TensorAlgebra) => k[name] as unknown as (...args: unknown[]) => tf.Tensor;
const identity = (name: string) => registry.get(name) as AnyIdentity;

onEveryBackend(() => {
  test.each(words)('%s is %s on tensors, with its two first derivatives', (name, id, inputs, ...options) => {
    const exact = identity(id) as unknown as {
      (...args: unknown[]): NdArray;
      vjp(...args: unknown[]): { pullback(Ybar: NdArray): NdArray[] };
    };
    const value = exact(...inputs, ...options);
    const Ybar = randomExact(9, value.shape);
    const { pullback } = exact.vjp(...inputs, ...options);
    tidily(() => {
      const f = (...x: tf.Tensor[]) => word(name)(...x, ...options);
      const x = inputs.map(toTf);
      const y = f(...x);
      expect(y.shape).toEqual(value.shape);
      expect(roundoffs([fromTf(y)], [value])).toBeLessThan(16);
      const gradients = tf.grads(f);
      expect(roundoffs(gradients(x, toTf(Ybar)).map(fromTf), pullback(Ybar))).toBeLessThan(32);
      // Every word is linear or has a gradient that is differentiable again: in its cotangent, to begin with.
      const G = toTf(Ybar);
      const total = (bar: tf.Tensor) =>
        gradients(x, bar)
          .map((g) => tf.sum(g))
          .reduce((a, b) => tf.add(a, b));
      const ones = inputs.map(({ shape, data }) => ({ shape, data: data.map(() => 1) }));
      const along = tf.grad(total)(G);
      expect(along.shape).toEqual(value.shape);
      const { tangent } = (
        exact as unknown as AnyIdentity & { jvp(...a: unknown[]): { tangent: NdArray } }
      ).jvp(inputs, ones, ...options);
      expect(roundoffs([fromTf(along)], [tangent])).toBeLessThan(32);
    });
  });

  test('constants have the shape of what they stand beside', () => {
    tidily(() => {
      expect(k.eye(toTf(A)).arraySync()).toEqual([toNested(eye3), toNested(eye3)]);
      expect(k.fill(toTf(C), 2).arraySync()).toEqual(toNested({ shape: [3, 2], data: C.data.map(() => 2) }));
    });
  });

  test('what stands above the diagonal may be anything', () => {
    tidily(() => {
      const X = tf.tensor2d([
        [1, Number.NaN],
        [2, 3],
      ]);
      expect(k.tril(X).arraySync()).toEqual([
        [1, 0],
        [2, 3],
      ]);
      expect(k.phi(X).arraySync()).toEqual([
        [0.5, 0],
        [2, 1.5],
      ]);
    });
  });

  test('a product of more than two factors, and of nothing', () => {
    tidily(() => {
      const [a, b, x] = [A, B, C].map(toTf);
      expect(k.mul(a, b, x).arraySync()).toEqual(k.mul(k.mul(a, b), x).arraySync());
      expect(k.mul(tf.zeros([2, 0]), tf.zeros([0, 3])).arraySync()).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ]);
    });
  });

  test('a rule may return one tensor for several inputs', () => {
    const { spec } = identity('add');
    tidily(() => {
      const [x, z, w] = [L, L, eye3].map(toTf);
      // The engine disposes the gradient of x when it adds to it; that of z must not be the same tensor.
      const f = (a: tf.Tensor, b: tf.Tensor) => {
        const before = tf.mul(a, w);
        return tf.sum(tf.add(before, k.call(spec, [a, b], []).y as tf.Tensor));
      };
      const [dx, dz] = tf.grads(f)([x, z]);
      expect(fromTf(dx)).toEqual(fromTf(tf.add(w, 1)));
      expect(fromTf(dz)).toEqual(fromTf(tf.onesLike(w)));
    });
  });

  test('a rule in words that tensors do not have is refused by name', () => {
    tidily(() => {
      const f = (x: tf.Tensor) => k.call(sin.spec, [x], []).y as tf.Tensor;
      expect(f(tf.scalar(0)).dataSync()[0]).toBe(0);
      expect(() => tf.grad(f)(tf.scalar(0))).toThrow(expect.objectContaining({ code: 'DOMAIN', op: 'map' }));
    });
  });

  test('an output that a rule uses keeps its gradient: exp is its own derivative, always', () => {
    tidily(() => {
      const f = (x: tf.Tensor) => k.call(exp.spec, [x], []).y as tf.Tensor;
      expect(
        tf
          .grad(tf.grad(tf.grad(f)))(tf.scalar(1))
          .dataSync()[0],
      ).toBeCloseTo(Math.E, 5);
    });
  });

  test('call runs any identity of core on tensors', () => {
    const { spec } = identity('quadraticForm');
    tidily(() => {
      const x = tf.tensor2d([[1], [2]]);
      const M = tf.tensor2d([
        [1, 0],
        [0, 3],
      ]);
      const f = (...args: tf.Tensor[]) => k.call(spec, args, []).y as tf.Tensor;
      expect(f(x, M).dataSync()[0]).toBe(13);
      const [dx, dM] = tf.grads(f)([x, M]);
      expect([...dx.dataSync()]).toEqual([2, 12]);
      expect([...dM.dataSync()]).toEqual([1, 2, 2, 4]);
    });
  });
});

const eye3 = array([
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]);
