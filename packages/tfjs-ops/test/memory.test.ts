import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { inv, logdet, solve } from '../src/index.ts';
import { randomRegular, toTf } from './arrays.ts';
import { onEveryBackend } from './backends.ts';
import { cases, ourGradients } from './towers.ts';

/** What stays alive: tensors, their data as the engine counts it, and the data ids of the backend itself. */
const alive = () => {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  return { numTensors, numDataBuffers, numBytes, ids: tf.engine().backend.numDataIds() };
};

onEveryBackend((backend) => {
  test.each(cases)('$name: nothing stays but inputs and results, at any order', (c) => {
    // Directions are made, and kept by their closures, outside the count.
    const towers = [1, 2, 3].map((order) => ourGradients(c, order));
    const x = c.inputs.map(toTf);
    const before = alive();
    const y = [c.ours(...x)].flat();
    expect(tf.memory().numTensors).toBe(before.numTensors + y.length);
    tf.dispose(y);
    expect(alive()).toEqual(before);
    for (const gradients of towers) {
      const dx = gradients(...x);
      expect(tf.memory().numTensors).toBe(before.numTensors + dx.length);
      tf.dispose(dx);
      expect(alive()).toEqual(before);
    }
    tf.dispose(x);
  });

  test('nothing stays where an operation throws', () => {
    const x = tf.zeros([2, 2]);
    const before = alive();
    for (let i = 0; i < 3; i++) expect(() => inv(x, false, { check: true })).toThrow('singular');
    expect(alive()).toEqual(before);
    x.dispose();
  });

  test('tidy and dispose treat results like any other tensor', () => {
    const x = toTf(randomRegular(1, [3, 3]));
    const y = tf.tidy(() => inv(inv(x)));
    const copy = y.clone();
    y.dispose();
    expect(copy.dataSync()).toHaveLength(9);
    expect(() => inv(y)).toThrow('disposed');
    tf.dispose([copy, x]);
  });

  test('variables: gradients by name, fresh results after an assignment', () => {
    const start = tf.memory().numTensors;
    const w = tf.variable(
      tf.tensor2d([
        [2, 1],
        [1, 3],
      ]),
      true,
      `w-${backend}`,
    );
    const loss = () => tf.sum<tf.Scalar>(inv(w));
    const run = () => {
      const { value, grads } = tf.variableGrads(loss);
      const result = { value: value.dataSync()[0], grad: [...grads[w.name].dataSync()] };
      tf.dispose([value, grads]);
      return result;
    };
    expect(run().value).toBeCloseTo(3 / 5, 6);
    const doubled = tf.tensor2d([
      [4, 2],
      [2, 6],
    ]);
    w.assign(doubled);
    doubled.dispose();
    const { value, grad } = run();
    expect(value).toBeCloseTo(3 / 10, 6);
    // -A⁻ᵀ·1·1ᵀ·A⁻ᵀ
    for (const [i, g] of [-0.04, -0.02, -0.02, -0.01].entries()) expect(grad[i]).toBeCloseTo(g, 6);
    w.dispose();
    tf.disposeVariables();
    expect(tf.memory().numTensors).toBeLessThanOrEqual(start + 1);
  });

  test('the value before an assignment keeps its own gradient', () => {
    const w = tf.variable(tf.tensor2d([[2]]));
    const g = tf.variableGrads(() => {
      const y = logdet(w);
      w.assign(tf.tensor2d([[5]]));
      return tf.add<tf.Scalar>(y, tf.sum(solve(tf.eye(1), [[0]])));
    }, [w]);
    expect(g.grads[w.name].dataSync()[0]).toBeCloseTo(0.5, 6);
    tf.dispose([g.value, g.grads]);
    w.dispose();
  });
});
