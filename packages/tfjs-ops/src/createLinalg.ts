import { cholesky, det, inv, logdet, type Spec, slogdet, solve } from '@matgrad/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { tensorAlgebra } from './algebra.ts';
import { flag, type Input, toSquare, toSystem } from './arguments.ts';
import type { ConditionedOptions, Linalg, Options } from './linalg.ts';
import type { Tensorflow } from './tensorflow.ts';

/**
 * Makes the operations on a TensorFlow.js namespace of your choice: the union package, tfjs-core, a global `tf`.
 *
 * Nothing is registered before an operation is used.
 *
 * @param tf the namespace
 * @returns `inv`, `det`, `slogdet`, `logdet`, `solve` and `cholesky`
 * @example
 * import * as tf from '@tensorflow/tfjs';
 * createLinalg(tf).det([[1, 2], [3, 4]]) //=> -2
 */
export function createLinalg(tf: Tensorflow): Linalg {
  const loose = tensorAlgebra(tf, false);
  const strict = tensorAlgebra(tf, true);
  // Core knows of no `check`, and refuses what it does not know.
  const call = ({ spec }: { spec: Spec }, x: readonly Tensor[], { check, ...options }: Options) =>
    (check === true ? strict : loose).call(spec, x, [options]).y;
  const symmetric = (op: string, x: Input) => loose.sym(toSquare(tf, op, x));

  const operations = {
    inv: tf.op({
      inv_: (x: Input, adjoint = false, options: ConditionedOptions = {}) => {
        const Y = call(inv, [toSquare(tf, 'inv', x)], options) as Tensor;
        return flag('inv', 'adjoint', adjoint) ? loose.t(Y) : Y;
      },
    }),
    det: tf.op({ det_: (x: Input, options: Options = {}) => call(det, [toSquare(tf, 'det', x)], options) }),
    slogdet: tf.op({
      slogdet_: (x: Input, options: Options = {}) => call(slogdet, [toSquare(tf, 'slogdet', x)], options),
    }),
    logdet: tf.op({
      logdet_: (x: Input, options: Options = {}) => call(logdet, [symmetric('logdet', x)], options),
    }),
    solve: tf.op({
      solve_: (matrix: Input, rhs: Input, adjoint = false, options: ConditionedOptions = {}) => {
        const [A, B] = toSystem(tf, 'solve', matrix, rhs);
        const M = flag('solve', 'adjoint', adjoint) ? loose.t(A) : A;
        if (B.rank > 1) return call(solve, [M, B], options);
        const X = call(solve, [M, loose.reshape(B, [B.size, 1])], options) as Tensor;
        return loose.reshape(X, X.shape.slice(0, -1));
      },
    }),
    cholesky: tf.op({
      cholesky_: (x: Input, options: Options = {}) => call(cholesky, [symmetric('cholesky', x)], options),
    }),
  };
  // The ranks that the signatures promise follow from those of the arguments.
  return operations as unknown as Linalg;
}
