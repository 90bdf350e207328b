import type { Algebra, NdArray, Spec } from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { evaluate, type Factorisation, type HostFactor, isEmpty, reuse } from './host/evaluate.ts';
import { memberAxes } from './host/stack.ts';
import { read, write } from './host/transfer.ts';
import { kernelName, knownName, type Run, runKernel } from './kernels.ts';
import type { Tensorflow } from './tensorflow.ts';

/** A factorisation in the tensor algebra: the matrix as a tensor, for its gradients, and what the host made of it. */
export interface TensorFactor {
  readonly A: Tensor;
  readonly host: HostFactor;
}

export type TensorAlgebra = Algebra<Tensor, TensorFactor>;
export type SavedTensors = ReturnType<TensorAlgebra['call']>;

/** Where a node is made: the functions of TensorFlow.js, the words that rules are run in, whether failures throw. */
export interface Context {
  readonly tf: Tensorflow;
  readonly algebra: TensorAlgebra;
  readonly check: boolean;
}

/** A factorisation that is there already, and what to do with it. */
export interface Reuse {
  readonly factor: TensorFactor;
  apply(f: Factorisation, ...x: NdArray[]): NdArray;
}

/**
 * An identity of core on tensors: value in float64 on the host, gradient by the identity's own rule in the words of the
 * tensor algebra, so differentiable to any order.
 */
export function node(
  { tf, algebra, check }: Context,
  id: Spec,
  x: readonly Tensor[],
  o: readonly unknown[],
  given?: Reuse,
): SavedTensors {
  let host: HostFactor | undefined = given?.factor.host;
  const compute = (inputs: readonly NdArray[]) => {
    if (given !== undefined && host !== undefined) return reuse(id, host, given.apply, inputs.slice(1));
    const result = evaluate(id, inputs, o, check);
    host = result.factor;
    return result;
  };
  const saved = (inputs: readonly Tensor[], y: () => Tensor | Tensor[]): SavedTensors => ({
    x: inputs,
    get y() {
      return y();
    },
    f: { A: inputs[0], host: host as HostFactor },
    o,
  });
  const run: Run = {
    output: 0,
    forward(infos, backend) {
      const { y, failures } = compute(infos.map((info) => read(tf, id.name, info)));
      return y.map((Y, i) => write(backend, Y, memberAxes(id.signature.outputs[i], Y.shape), failures));
    },
    pull(inputs, outputs, dy) {
      if (inputs.every(({ shape }) => isEmpty(shape))) return inputs.map((X) => tf.zerosLike(X));
      // The engine saves clones of outputs before it links the outputs to the inputs: differentiated again they would
      // count as constants, without a word. This kernel gives a value computed before the gradient that it should have.
      const known = () => {
        const attached = outputs.map(
          (_, output) => runKernel(tf, id, knownName(id), { ...run, output }, inputs, outputs) as Tensor,
        );
        return attached.length === 1 ? attached[0] : attached;
      };
      const bar = id.rule(algebra).vjp(saved(inputs, known), dy.length === 1 ? dy[0] : dy);
      // Stacks that were broadcast get the sum; the engine disposes what it is given, so each must be a tensor of its own.
      return bar.map((dX, i) => tf.reshape(algebra.sumTo(dX, inputs[i].shape), inputs[i].shape));
    },
  };
  const y = runKernel(tf, id, kernelName(id), run, x);
  return saved(x, () => y);
}
