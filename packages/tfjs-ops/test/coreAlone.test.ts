import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { cholesky, det, inv, logdet, slogdet, solve } from '../src/index.ts';

tf.env().set('IS_TEST', true);
const A = tf.tensor2d([
  [4, 1],
  [1, 3],
]);
const operations: readonly [string, (x: tf.Tensor) => tf.Tensor][] = [
  ['inv', (x) => inv(x)],
  ['inv of the transpose', (x) => inv(x, true)],
  ['det', (x) => det(x)],
  ['slogdet', (x) => slogdet(x)[1]],
  ['logdet', (x) => logdet(x)],
  ['solve', (x) => solve(x, [1, 2])],
  ['solve with the transpose', (x) => solve(x, x, true)],
  ['cholesky', (x) => cholesky(x)],
];

// From the second order on the engine itself, which copies what it saves and adds cotangents up, asks for gradients.
test.each(operations)('%s: the gradient needs none of TensorFlow.js', (_, f) => {
  expect(tf.getGradient('Add')).toBeUndefined();
  const h = 2 ** -6;
  const entries = [...A.dataSync()];
  const total = (s: number, i: number) => {
    const near = tf.tensor2d(
      entries.map((a, j) => (i === j ? a + s : a)),
      [2, 2],
    );
    return [...f(near).dataSync()].reduce((a, b) => a + b, 0);
  };
  // Differences of float32 values: error h² + u/h.
  for (const [i, g] of tf.grad(f)(A).dataSync().entries())
    expect(g).toBeCloseTo((total(h, i) - total(-h, i)) / (2 * h), 3);
});
