import { DomainError, type NdArray } from '@matgrad/core';
import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tensorflow } from '../tensorflow.ts';
import { type Failures, poison } from './stack.ts';

/** Backends on which readSync of data that live on the device returns zeros without a word (tfjs 4.22). */
const UNREADABLE = ['webgpu'];

interface Resident {
  readonly tensorMap?: { get(dataId: object): { readonly values?: unknown } | undefined };
}

/** The numbers of a tensor in float64, from whichever backend owns them. */
export function read(tf: Tensorflow, op: string, { dataId, shape }: TensorInfo): NdArray {
  const engine = tf.engine();
  const owner = engine.state.tensorInfo.get(dataId)?.backend as (KernelBackend & Resident) | undefined;
  const name = UNREADABLE.find((backend) => owner !== undefined && engine.registry[backend] === owner);
  if (name !== undefined && owner?.tensorMap?.get(dataId)?.values == null)
    throw new DomainError(
      op,
      `expected numbers that can be read synchronously, got a tensor on the ${name} device`,
      'Call `await x.data()` on it first: from then on its numbers are on the host too.',
    );
  // Copied: on some backends these are the live data.
  return { shape, data: new Float64Array(engine.readSync(dataId) as Float32Array) };
}

/** Hands float64 results to a backend in float32, with NaN in the members that failed. */
export function write(
  backend: KernelBackend,
  y: NdArray,
  axes: number,
  failures: readonly Failures[],
): TensorInfo {
  const data = new Float32Array(y.data);
  poison(y.shape, axes, data, failures);
  const shape = [...y.shape];
  return { dataId: backend.write(data, shape, 'float32'), shape, dtype: 'float32' };
}
