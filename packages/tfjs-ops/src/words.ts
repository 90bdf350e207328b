import type { Tensor } from '@tensorflow/tfjs-core';
import { sameShape, sizeOf } from './host/stack.ts';
import type { TensorAlgebra } from './node.ts';
import type { Tensorflow } from './tensorflow.ts';

/** Words that have a rule in core and a value that TensorFlow.js computes. */
export type PlainWord =
  | 'add'
  | 'sub'
  | 'neg'
  | 'had'
  | 'scale'
  | 'mul'
  | 't'
  | 'trace'
  | 'inner'
  | 'sym'
  | 'tril'
  | 'sumTo'
  | 'broadcastTo'
  | 'reshape'
  | 'take'
  | 'put';

/** The values of the plain words; `scale` with a tensor for the scalar, `mul` with two factors. */
export type PlainWords = Pick<TensorAlgebra, PlainWord>;

/** A constant with the given entries in each matrix of the stack. */
export function constant(
  tf: Tensorflow,
  shape: readonly number[],
  entry: (i: number, j: number) => number,
): Tensor {
  const [m, n] = shape.slice(-2);
  const data = new Float32Array(sizeOf(shape));
  for (let at = 0; at < data.length; )
    for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) data[at++] = entry(i, j);
  return tf.tensor(data, [...shape]);
}

/** The values of the plain words in functions of TensorFlow.js, whose gradients are never asked. */
export function plainWords(tf: Tensorflow): PlainWords {
  const last = (A: Tensor) => [A.rank - 2, A.rank - 1];
  const broadcastTo = (A: Tensor, shape: readonly number[]): Tensor =>
    sameShape(A.shape, shape) ? A : tf.add(A, tf.zeros([...shape]));
  const product = (A: Tensor, B: Tensor): Tensor => {
    const stack = commonStack(A.shape.slice(0, -2), B.shape.slice(0, -2));
    const [m, k, n] = [A.shape[A.rank - 2], A.shape[A.rank - 1], B.shape[B.rank - 1]];
    if (sizeOf(stack) * m * k * n === 0) return tf.zeros([...stack, m, n]);
    return tf.matMul(broadcastTo(A, [...stack, m, k]), broadcastTo(B, [...stack, k, n]));
  };
  const t = (A: Tensor): Tensor => {
    const axes = A.shape.map((_, i) => i);
    const swapped = [...axes.slice(0, -2), A.rank - 1, A.rank - 2];
    // On wasm the transpose of nothing is a division by zero.
    return A.size > 0
      ? tf.transpose(A, swapped)
      : tf.reshape(
          A,
          swapped.map((i) => A.shape[i]),
        );
  };

  return {
    add: (A, B) => tf.add(A, B),
    sub: (A, B) => tf.sub(A, B),
    neg: (A) => tf.neg(A),
    had: (A, B) => tf.mul(A, B),
    scale: (c, A) => tf.mul(typeof c === 'number' ? c : tf.reshape(c, [...c.shape, 1, 1]), A),
    mul: product,
    t,
    trace: (A) => {
      const eye = constant(tf, A.shape.slice(-2), (i, j) => (i === j ? 1 : 0));
      return tf.sum(tf.mul(A, eye), last(A));
    },
    inner: (A, B) => {
      const both = tf.mul(A, B);
      return tf.sum(both, last(both));
    },
    // Halving first keeps the sum of two huge entries finite.
    sym: (A) => {
      const half = tf.mul(A, 0.5);
      return tf.add(half, t(half));
    },
    // A choice, not a product with a mask: what stands above the diagonal may be NaN or infinite.
    tril: (A) => {
      const below = constant(tf, A.shape, (i, j) => (i < j ? 0 : 1));
      return tf.where(tf.cast(below, 'bool'), A, tf.zerosLike(A));
    },
    sumTo: (A, shape) => {
      const lead = A.rank - shape.length;
      const axes = A.shape.flatMap((d, i) => (i < lead || (shape[i - lead] === 1 && d !== 1) ? [i] : []));
      return tf.reshape(tf.sum(A, axes), [...shape]);
    },
    broadcastTo,
    reshape: (A, shape) => tf.reshape(A, [...shape]),
    take: (A, i) => {
      const [, ...rest] = A.shape;
      return tf.reshape(tf.slice(A, [i, ...rest.map(() => 0)], [1, ...rest]), rest);
    },
    put: (A, i, n) =>
      tf.pad(tf.reshape(A, [1, ...A.shape]), [
        [i, n - 1 - i],
        ...A.shape.map((): [number, number] => [0, 0]),
      ]),
  };
}

/** The stack that two stacks broadcast to; rules only ask for what fits. */
function commonStack(a: readonly number[], b: readonly number[]): readonly number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const lead = long.length - short.length;
  return long.map((d, i) => (i < lead || d !== 1 ? d : short[i - lead]));
}
