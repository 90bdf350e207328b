import type { NdArray, Spec } from '@matgrad/core';
import type { KernelBackend, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { evaluate, type Factorisation, type HostFactor, type Result, reuse } from './host/evaluate.ts';
import { memberAxes } from './host/stack.ts';
import { read, write } from './host/transfer.ts';
import type { Tensorflow } from './tensorflow.ts';

/** How a node comes by its value: what its kernel does. */
export interface Method {
  forward(x: readonly TensorInfo[], backend: KernelBackend): TensorInfo[];
  /** The factorisation that the value took, once it is there. */
  readonly factor: HostFactor | undefined;
}

/** Reads the inputs in float64, computes there, and writes the outputs in float32. */
function throughHost(
  tf: Tensorflow,
  id: Spec,
  x: readonly TensorInfo[],
  backend: KernelBackend,
  compute: (x: readonly NdArray[]) => Result,
): TensorInfo[] {
  const { y, failures } = compute(x.map((info) => read(tf, id.name, info)));
  return y.map((Y, i) => write(backend, Y, memberAxes(id.signature.outputs[i], Y.shape), failures));
}

/** By core, in float64 on the host. */
export function onHost(tf: Tensorflow, id: Spec, o: readonly unknown[], check: boolean): Method {
  let factor: HostFactor | undefined;
  return {
    get factor() {
      return factor;
    },
    forward: (infos, backend) =>
      throughHost(tf, id, infos, backend, (x) => {
        const result = evaluate(id, x, o, check);
        factor = result.factor;
        return result;
      }),
  };
}

/** By a factorisation of the first input that is there already. */
export const byFactor = (
  tf: Tensorflow,
  id: Spec,
  factor: HostFactor,
  apply: (f: Factorisation, ...x: NdArray[]) => NdArray,
): Method => ({
  factor,
  forward: (infos, backend) =>
    throughHost(tf, id, infos, backend, (x) => reuse(id, factor, apply, x.slice(1))),
});

/** By core in float64 as well, for words that have an answer to everything. */
export const byWord = (tf: Tensorflow, id: Spec, o: readonly unknown[]): Method => ({
  factor: undefined,
  forward: (infos, backend) =>
    throughHost(tf, id, infos, backend, (x) => ({ y: [id.forward(x, o).y as NdArray], failures: [] })),
});

/** By functions of TensorFlow.js, wherever the tensors are. */
export const onDevice = (tf: Tensorflow, value: (...x: Tensor[]) => Tensor): Method => ({
  factor: undefined,
  // The engine hands tensors to kernels, whatever the type says.
  forward: (infos) => [tf.tidy(() => value(...(infos as unknown as Tensor[])))],
});
