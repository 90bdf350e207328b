import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { cholesky, inv, logdet } from '../src/index.ts';
import { fromTf, randomExact, roundoffs, tidily, toTf } from './arrays.ts';
import { onEveryBackend } from './backends.ts';

const n = 3;

/** x·W⁻¹ with trainable W. */
class InverseLayer extends tf.layers.Layer {
  static className = 'InverseLayer';
  private W: tf.LayerVariable | undefined;
  override build(): void {
    this.W = this.addWeight('W', [n, n], 'float32', tf.initializers.identity({ gain: 2 }));
    this.built = true;
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0] : inputs;
    return tf.tidy(() => tf.matMul(x, inv<tf.Tensor2D>((this.W as tf.LayerVariable).read() as tf.Tensor2D)));
  }
}

/** Twice the negative logarithm of a Gaussian density, xᵀPx - log det P, with trainable precision P. */
class GaussianLayer extends tf.layers.Layer {
  static className = 'GaussianLayer';
  private P: tf.LayerVariable | undefined;
  override build(): void {
    this.P = this.addWeight('P', [n, n], 'float32', tf.initializers.identity({ gain: 1 }));
    this.built = true;
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0] : inputs;
    return tf.tidy(() => {
      const P = (this.P as tf.LayerVariable).read();
      const form = tf.sum(tf.mul(tf.matMul(x, P), x), 1, true);
      return tf.sub(form, logdet(P));
    });
  }
  override computeOutputShape(): tf.Shape {
    return [null, 1];
  }
}

const first = (x: number | tf.Tensor): number => (typeof x === 'number' ? x : x.dataSync()[0]);

onEveryBackend(() => {
  test('model.fit trains through inv: the loss falls by six orders of magnitude', async () => {
    const x = toTf(randomExact(1, [32, n]));
    const target = tf.tensor2d([
      [0.5, 0.1, 0],
      [-0.2, 0.6, 0.1],
      [0, 0.1, 0.4],
    ]);
    const y = tf.matMul(x, target);
    const layer = new InverseLayer();
    const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [n] }), layer] });
    model.compile({ optimizer: tf.train.adam(0.05), loss: 'meanSquaredError' });
    const fit = (epochs: number) => model.fit(x, y, { epochs, batchSize: 32, shuffle: false, verbose: 0 });
    const { history } = await fit(20);
    const before = tf.memory().numTensors;
    const losses = (await fit(380)).history['loss'];
    expect(tf.memory().numTensors).toBe(before);
    expect(first(losses[losses.length - 1])).toBeLessThan(1e-6 * first(history['loss'][0]));
    tf.dispose([x, y, target]);
    model.dispose();
  });

  test('model.fit trains through logdet: the precision becomes the inverse of the covariance', async () => {
    const noise = toTf(randomExact(2, [64, n]));
    const mix = tf.tensor2d([
      [1.5, 0.4, 0],
      [0, 1.2, -0.3],
      [0, 0, 1],
    ]);
    const x = tf.matMul(noise, mix);
    const covariance = tf.div<tf.Tensor2D>(tf.matMul(x, x, true), 64);
    const model = tf.sequential({ layers: [tf.layers.inputLayer({ inputShape: [n] }), new GaussianLayer()] });
    model.compile({ optimizer: tf.train.sgd(0.8), loss: (_, prediction) => tf.mean(prediction) });
    const distance = () => {
      const [P] = model.getWeights().map(fromTf);
      return roundoffs([P], [tidily(() => fromTf(inv(covariance)))]);
    };
    const atFirst = distance();
    await model.fit(x, tf.zeros([64, 1]), { epochs: 400, batchSize: 64, shuffle: false, verbose: 0 });
    expect(distance()).toBeLessThan(1e-5 * atFirst);
    tf.dispose([noise, mix, x, covariance]);
    model.dispose();
  });

  test('an optimiser minimises through cholesky', () => {
    const A = tf.variable(tf.eye(2));
    const L = tf.tensor2d([
      [1, 0],
      [0.5, 2],
    ]);
    const optimizer = tf.train.adam(0.05);
    const loss = () => tf.sum<tf.Scalar>(tf.square(tf.sub(cholesky(A), L)));
    const start = tidily(() => first(loss()));
    for (let i = 0; i < 400; i++) optimizer.minimize(loss);
    expect(tidily(() => first(loss()))).toBeLessThan(1e-6 * start);
    optimizer.dispose();
    tf.dispose([A, L]);
  });
});
