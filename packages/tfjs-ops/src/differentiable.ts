import {
  add,
  broadcastTo,
  hadamard,
  inner,
  matmul,
  neg,
  put,
  reshape,
  type Spec,
  scale,
  sub,
  sumTo,
  sym,
  take,
  trace,
  transpose,
  tril,
} from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { sameShape } from './host/stack.ts';
import { byWord, onDevice } from './methods.ts';
import { node, type TensorAlgebra } from './node.ts';
import type { Tensorflow } from './tensorflow.ts';
import { constant, type PlainWord, plainWords } from './words.ts';

/** The identity that each plain word is. */
const identities: { readonly [W in PlainWord]: { readonly spec: Spec } } = {
  add,
  sub,
  neg,
  had: hadamard,
  scale,
  mul: matmul,
  t: transpose,
  trace,
  inner,
  sym,
  tril,
  sumTo,
  broadcastTo,
  reshape,
  take,
  put,
};

/**
 * The words of the algebra that need no factorisation, each with the gradient that its identity's rule gives.
 *
 * So tensors are closed under differentiation by core's rules alone. The gradients of TensorFlow.js's own functions
 * would not do: tfjs-core by itself registers none, that of matMul does not sum over broadcast stacks, that of tile ends
 * at rank 4.
 *
 * @param algebra what these words become part of, and their rules are run in
 */
export function differentiableWords(tf: Tensorflow, algebra: () => TensorAlgebra) {
  const plain = plainWords(tf);
  const lift = (word: PlainWord) => {
    const { spec } = identities[word];
    const value = plain[word] as (...args: unknown[]) => Tensor;
    const count = spec.signature.inputs.length;
    return (...args: unknown[]): Tensor => {
      const x = args.slice(0, count) as Tensor[];
      const o = args.slice(count);
      // TensorFlow.js's own kernels in plain JavaScript are several times slower than core's.
      const method =
        tf.getBackend() === 'cpu' ? byWord(tf, spec, o) : onDevice(tf, (...inputs) => value(...inputs, ...o));
      return node(tf, algebra, spec, x, o, method).y as Tensor;
    };
  };
  const words = Object.fromEntries(
    (Object.keys(identities) as PlainWord[]).map((word) => [word, lift(word)]),
  ) as unknown as Pick<TensorAlgebra, PlainWord>;

  return {
    ...words,
    level: 0,
    scale: (c: Tensor | number, A: Tensor) =>
      words.scale(typeof c === 'number' ? tf.tensor(c, [], 'float32') : c, A),
    mul: (A: Tensor, B: Tensor, ...more: Tensor[]) =>
      more.reduce((product, C) => words.mul(product, C), words.mul(A, B)),
    // What changes nothing must not be on the tape: an output that is its own input would be a cycle.
    sumTo: (A: Tensor, shape: readonly number[]) => (sameShape(A.shape, shape) ? A : words.sumTo(A, shape)),
    broadcastTo: (A: Tensor, shape: readonly number[]) =>
      sameShape(A.shape, shape) ? A : words.broadcastTo(A, shape),
    stack: (...parts: Tensor[]) =>
      parts.map((part, i) => words.put(part, i, parts.length)).reduce((sum, part) => words.add(sum, part)),
    phi: (A: Tensor) =>
      words.had(
        words.tril(A),
        constant(tf, A.shape.slice(-2), (i, j) => (i === j ? 0.5 : 1)),
      ),
    fill: (A: Tensor, c: number) => tf.fill(A.shape, c),
    eye: (A: Tensor) => constant(tf, A.shape, (i, j) => (i === j ? 1 : 0)),
  };
}
