import type { Algebra, Spec } from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type HostFactor, isEmpty } from './host/evaluate.ts';
import { kernelNameOf, knownNameOf, type Run, runKernel } from './kernels.ts';
import type { Method } from './methods.ts';
import type { Tensorflow } from './tensorflow.ts';

/** A factorisation in the tensor algebra: the matrix as a tensor, for its gradients, and what the host made of it. */
export interface TensorFactor {
  readonly A: Tensor;
  readonly host: HostFactor;
}

export type TensorAlgebra = Algebra<Tensor, TensorFactor>;
export type SavedTensors = ReturnType<TensorAlgebra['call']>;

/**
 * An identity of core on tensors: its value by the given method, its gradient by the identity's own rule in the words of
 * the tensor algebra. As these words are such nodes again, it is differentiable to any order.
 */
export function node(
  tf: Tensorflow,
  algebra: () => TensorAlgebra,
  id: Spec,
  x: readonly Tensor[],
  o: readonly unknown[],
  method: Method,
): SavedTensors {
  const saved = (inputs: readonly Tensor[], y: () => Tensor | Tensor[]): SavedTensors => ({
    x: inputs,
    get y() {
      return y();
    },
    // Identities without a factorisation have rules that ask for none.
    f: { A: inputs[0], host: method.factor as HostFactor },
    o,
  });
  const run: Run = {
    output: 0,
    forward: method.forward,
    pull(inputs, outputs, dy) {
      if (inputs.every(({ shape }) => isEmpty(shape))) return inputs.map((X) => tf.zerosLike(X));
      // The engine saves clones of outputs before it links the outputs to the inputs: differentiated again they would
      // count as constants, without a word. This kernel gives a value computed before the gradient that it should have.
      const known = () => {
        const attached = outputs.map(
          (_, output) => runKernel(tf, id, knownNameOf(id), { ...run, output }, inputs, outputs) as Tensor,
        );
        return attached.length === 1 ? attached[0] : attached;
      };
      const k = algebra();
      const bar = id.rule(k).vjp(saved(inputs, known), dy.length === 1 ? dy[0] : dy);
      // Stacks that were broadcast get the sum; the engine disposes what it is given, so each must be a tensor of its own.
      return bar.map((dX, i) => k.reshape(k.sumTo(dX, inputs[i].shape), inputs[i].shape));
    },
  };
  const y = runKernel(tf, id, kernelNameOf(id), run, x);
  return saved(x, () => y);
}
