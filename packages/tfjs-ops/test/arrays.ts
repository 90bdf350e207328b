import type { NdArray } from '@matgrad/core';
import { distance, frobenius, randomArray, uniform } from '@matgrad/core/testing';
import * as tf from '@tensorflow/tfjs';

/** Unit roundoff of float32. */
export const u = 2 ** -24;

export const toTf = ({ shape, data }: NdArray): tf.Tensor =>
  tf.tensor(new Float32Array(data), [...shape], 'float32');
export const fromTf = (x: tf.Tensor): NdArray => ({ shape: x.shape, data: Float64Array.from(x.dataSync()) });

/** ‖A - B‖/‖B‖, in units of the float32 roundoff. */
export function roundoffs(A: readonly NdArray[], B: readonly NdArray[]): number {
  const difference = distance(A, B);
  return difference === 0 ? 0 : difference / (frobenius(...B) * u);
}

/** Seeded numbers that are exact in float32. */
export function randomExact(seed: number, shape: readonly number[]): NdArray {
  const { data } = randomArray(uniform(seed), shape);
  return { shape, data: data.map(Math.fround) };
}

/** A random stack of matrices with a dominant diagonal; symmetric positive definite on request. */
export function randomRegular(seed: number, shape: readonly number[], symmetric = false): NdArray {
  const A = randomExact(seed, shape);
  const n = shape[shape.length - 1];
  const data = A.data.map((a, at) => {
    const [i, j] = [Math.floor(at / n) % n, at % n];
    const mirrored = at + (j - i) * (n - 1);
    return Math.fround((symmetric ? (a + A.data[mirrored]) / 2 : a) + (i === j ? n : 0));
  });
  return { shape, data };
}

/** tf.tidy for results that are no tensors. */
export function tidily<R>(f: () => R): R {
  const results: R[] = [];
  tf.tidy(() => {
    results.push(f());
  });
  return results[0];
}
