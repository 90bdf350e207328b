import type { Tensor } from '@tensorflow/tfjs-core';
import { sameShape, sizeOf } from './host/stack.ts';
import type { TensorAlgebra } from './node.ts';
import type { Tensorflow } from './tensorflow.ts';

/** Words that are identities with a kernel of their own. */
type KernelWords = 'map' | 'ldiv' | 'ldivT' | 'cofactor' | 'dcofactor' | 'lsolve' | 'lsolveT' | 'call';

/** The words that are compositions of TensorFlow.js functions, all of them differentiable to any order. */
export function plainWords(tf: Tensorflow): Omit<TensorAlgebra, KernelWords> {
  const constant = (shape: readonly number[], entry: (i: number, j: number) => number): Tensor => {
    const [m, n] = shape.slice(-2);
    const data = new Float32Array(sizeOf(shape));
    for (let at = 0; at < data.length; )
      for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) data[at++] = entry(i, j);
    return tf.tensor(data, [...shape]);
  };
  const last = (A: Tensor) => [A.rank - 2, A.rank - 1];
  // tf.broadcastTo would be tf.tile, whose gradient ends at rank 4.
  const broadcastTo = (A: Tensor, shape: readonly number[]): Tensor =>
    sameShape(A.shape, shape) ? A : tf.add(A, tf.zeros([...shape]));

  // tf.matMul broadcasts stacks, its gradient does not sum them back.
  const product = (A: Tensor, B: Tensor): Tensor => {
    const [a, b] = [A.shape.slice(0, -2), B.shape.slice(0, -2)];
    const [m, k, n] = [A.shape[A.rank - 2], A.shape[A.rank - 1], B.shape[B.rank - 1]];
    if (sameShape(a, b) && k > 0 && A.size > 0 && B.size > 0) return tf.matMul(A, B);
    const stack = commonStack(a, b);
    if (sizeOf(stack) * m * k * n === 0) return tf.zeros([...stack, m, n]);
    return tf.matMul(broadcastTo(A, [...stack, m, k]), broadcastTo(B, [...stack, k, n]));
  };
  // A choice, not a product with a mask: what stands above the diagonal may be NaN or infinite.
  const tril = (A: Tensor): Tensor =>
    tf.where(
      tf.cast(
        constant(A.shape, (i, j) => (i < j ? 0 : 1)),
        'bool',
      ),
      A,
      tf.zerosLike(A),
    );
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
    level: 0,
    add: (A, B) => tf.add(A, B),
    sub: (A, B) => tf.sub(A, B),
    neg: (A) => tf.neg(A),
    had: (A, B) => tf.mul(A, B),
    scale: (c, A) =>
      typeof c === 'number' || c.rank === 0 ? tf.mul(c, A) : tf.mul(tf.reshape(c, [...c.shape, 1, 1]), A),
    mul: (A, B, ...more) => more.reduce(product, product(A, B)),
    t,
    trace: (A) =>
      tf.sum(
        tf.mul(
          A,
          constant(A.shape.slice(-2), (i, j) => (i === j ? 1 : 0)),
        ),
        last(A),
      ),
    inner: (A, B) => {
      const both = tf.mul(A, B);
      return tf.sum(both, last(both));
    },

    fill: (A, c) => tf.fill(A.shape, c),
    eye: (A) => constant(A.shape, (i, j) => (i === j ? 1 : 0)),

    // Halving first keeps the sum of two huge entries finite.
    sym: (A) => {
      const half = tf.mul(A, 0.5);
      return tf.add(half, t(half));
    },
    tril,
    phi: (A) =>
      tf.mul(
        tril(A),
        constant(A.shape.slice(-2), (i, j) => (i === j ? 0.5 : 1)),
      ),

    sumTo: (A, shape) => {
      if (sameShape(A.shape, shape)) return A;
      const lead = A.rank - shape.length;
      const axes = A.shape.flatMap((d, i) => (i < lead || (shape[i - lead] === 1 && d !== 1) ? [i] : []));
      return tf.reshape(tf.sum(A, axes), [...shape]);
    },
    broadcastTo,
    reshape: (A, shape) => tf.reshape(A, [...shape]),
    // The gradient of tf.stack is tf.unstack, whose own breaks where it makes one part.
    stack: (...parts) =>
      parts.length === 1 ? tf.reshape(parts[0], [1, ...parts[0].shape]) : tf.stack(parts),
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
