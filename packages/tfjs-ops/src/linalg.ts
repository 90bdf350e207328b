import type { Tensor } from '@tensorflow/tfjs-core';
import type { Input } from './arguments.ts';

/** How an operation is to treat what it cannot answer. */
export interface Options {
  /** Throw core's typed error where a member of the stack has no answer, instead of NaN in that member. */
  readonly check?: boolean;
}

/** Options of the operations that refuse matrices which are singular to working precision. */
export interface ConditionedOptions extends Options {
  /** Accept any matrix that is not exactly singular. */
  readonly illConditioned?: boolean;
}

/** The operations; they are named and behave as in TensorFlow's Python API. */
export interface Linalg {
  /**
   * Inverse of square matrices, computed in float64 and differentiable to any order.
   *
   * @param x tensor [..., n, n]
   * @param adjoint return the inverse of the transposes
   * @returns tensor [..., n, n] with x·y = I; NaN in members that are singular (rcond below 2^-52) or not finite
   * @throws {ShapeError} if the last two axes differ
   * @throws {SingularMatrixError} with `{ check: true }`, instead of NaN
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * inv(tf.tensor2d([[0, 2], [4, 0]])) //=> [[0, 0.25], [0.5, 0]]
   */
  inv<T extends Tensor>(x: Input<T>, adjoint?: boolean, options?: ConditionedOptions): T;
  /**
   * Determinants, with a gradient that is exact at every singular matrix.
   *
   * @param x tensor [..., n, n]
   * @returns tensor [...]; 0 for singular members
   * @throws {ShapeError} if the last two axes differ
   * @throws {NonFiniteError} with `{ check: true }`, instead of NaN
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * tf.grad(det)(tf.tensor2d([[1, 2], [2, 4]])) //=> [[4, -2], [-2, 1]]
   */
  det<T extends Tensor>(x: Input, options?: Options): T;
  /**
   * Signs and logarithms of the absolute values of determinants.
   *
   * @param x tensor [..., n, n]
   * @returns tensors [sign, logAbsDet], each [...]; [0, -Infinity] for singular members, whose gradient is NaN
   * @throws {ShapeError} if the last two axes differ
   * @throws {SingularMatrixError} with `{ check: true }`, from the gradient at singular members
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * slogdet(tf.tensor2d([[0, 1], [1, 0]])) //=> [-1, 0]
   */
  slogdet<T extends Tensor>(x: Input, options?: Options): [sign: T, logAbsDet: T];
  /**
   * Logarithms of the determinants of symmetric positive definite matrices, by Cholesky.
   *
   * @param x tensor [..., n, n], taken as (x + xᵀ)/2
   * @returns tensor [...]; NaN for members that are not positive definite
   * @throws {ShapeError} if the last two axes differ
   * @throws {NotPositiveDefiniteError} with `{ check: true }`, instead of NaN
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * tf.grad(logdet)(tf.tensor2d([[4, 2], [2, 2]])) //=> [[0.5, -0.5], [-0.5, 1]]
   */
  logdet<T extends Tensor>(x: Input, options?: Options): T;
  /**
   * Solutions of linear systems matrix·X = rhs.
   *
   * @param matrix tensor [..., n, n]
   * @param rhs tensor [..., n, k], or one vector [n]; leading axes broadcast
   * @param adjoint solve with the transposes instead
   * @returns tensor [..., n, k]; NaN in members whose matrix is singular (rcond below 2^-52) or not finite
   * @throws {ShapeError} if the matrices are not square or do not fit the right-hand sides
   * @throws {SingularMatrixError} with `{ check: true }`, instead of NaN
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * solve(tf.tensor2d([[2, 1], [0, 4]]), tf.tensor2d([[4], [8]])) //=> [[1], [2]]
   */
  solve<T extends Tensor>(matrix: Input, rhs: Input<T>, adjoint?: boolean, options?: ConditionedOptions): T;
  /**
   * Cholesky factors of symmetric positive definite matrices.
   *
   * @param x tensor [..., n, n], taken as (x + xᵀ)/2
   * @returns lower triangular tensor [..., n, n] with y·yᵀ = x; NaN for members that are not positive definite
   * @throws {ShapeError} if the last two axes differ
   * @throws {NotPositiveDefiniteError} with `{ check: true }`, instead of NaN
   * @example
   * import * as tf from '@tensorflow/tfjs';
   * cholesky(tf.tensor2d([[4, 2], [2, 5]])) //=> [[2, 0], [1, 2]]
   */
  cholesky<T extends Tensor>(x: Input<T>, options?: Options): T;
}
