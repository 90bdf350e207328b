import * as core from '@matgrad/core';
import * as tf from '@tensorflow/tfjs';
import * as ops from '../src/index.ts';
import { randomExact, randomRegular, toTf } from './arrays.ts';

/** An operation in both libraries, with inputs and the weights that make its outputs a number. */
export interface Case {
  readonly name: string;
  readonly inputs: readonly core.NdArray[];
  readonly weights: readonly core.NdArray[];
  readonly ours: (...x: tf.Tensor[]) => tf.Tensor | tf.Tensor[];
  readonly exact: (...x: core.ArrayInput[]) => core.NdArray | readonly core.NdArray[];
}

const A = randomRegular(1, [3, 3]);
const stack = randomRegular(2, [2, 3, 3]);
const rank2 = core.array([
  [1, 2, 3],
  [2, 4, 6],
  [1, 0, 1],
]);
const rank1 = core.array([
  [1, 2, -1],
  [2, 4, -2],
  [-1, -2, 1],
]);
const spd = (shape: readonly number[]) => randomRegular(4, shape, true);
const w = (...shape: number[]) => randomExact(5 + shape.length, shape);

/** Every operation, on single matrices, stacks and broadcast stacks. */
export const cases: readonly Case[] = [
  { name: 'inv', inputs: [A], weights: [w(3, 3)], ours: (x) => ops.inv(x), exact: (x) => core.inv(x) },
  {
    name: 'inv of transposes',
    inputs: [A],
    weights: [w(3, 3)],
    ours: (x) => ops.inv(x, true),
    exact: (x) => core.transpose(core.inv(x)),
  },
  {
    name: 'inv of a stack',
    inputs: [stack],
    weights: [w(2, 3, 3)],
    ours: (x) => ops.inv(x),
    exact: (x) => core.inv(x),
  },
  { name: 'det', inputs: [A], weights: [w()], ours: (x) => ops.det(x), exact: core.det },
  { name: 'det of a stack', inputs: [stack], weights: [w(2)], ours: (x) => ops.det(x), exact: core.det },
  { name: 'slogdet', inputs: [A], weights: [w(), w()], ours: (x) => ops.slogdet(x), exact: core.slogdet },
  {
    name: 'slogdet of a stack',
    inputs: [stack],
    weights: [w(2), w(2)],
    ours: (x) => ops.slogdet(x),
    exact: core.slogdet,
  },
  { name: 'logdet', inputs: [spd([3, 3])], weights: [w()], ours: (x) => ops.logdet(x), exact: core.logdet },
  {
    name: 'logdet of a stack',
    inputs: [spd([2, 3, 3])],
    weights: [w(2)],
    ours: (x) => ops.logdet(x),
    exact: core.logdet,
  },
  {
    name: 'cholesky',
    inputs: [spd([3, 3])],
    weights: [w(3, 3)],
    ours: (x) => ops.cholesky(x),
    exact: core.cholesky,
  },
  {
    name: 'cholesky of a stack',
    inputs: [spd([2, 3, 3])],
    weights: [w(2, 3, 3)],
    ours: (x) => ops.cholesky(x),
    exact: core.cholesky,
  },
  {
    name: 'solve',
    inputs: [A, randomExact(6, [3, 2])],
    weights: [w(3, 2)],
    ours: (a, b) => ops.solve(a, b),
    exact: (a, b) => core.solve(a, b),
  },
  {
    name: 'solve for a vector',
    inputs: [A, randomExact(6, [3])],
    weights: [w(3)],
    ours: (a, b) => ops.solve(a, b),
    exact: (a, b) => core.solve(a, b),
  },
  {
    name: 'solve with transposes',
    inputs: [A, randomExact(6, [3, 2])],
    weights: [w(3, 2)],
    ours: (a, b) => ops.solve(a, b, true),
    exact: core.solveTransposed,
  },
  {
    name: 'solve, one matrix for a stack of right-hand sides',
    inputs: [A, randomExact(7, [2, 3, 2])],
    weights: [w(2, 3, 2)],
    ours: (a, b) => ops.solve(a, b),
    exact: (a, b) => core.solve(a, b),
  },
  {
    name: 'solve, stacks [2,1] and [3]',
    inputs: [randomRegular(8, [2, 1, 3, 3]), randomExact(9, [3, 3, 2])],
    weights: [w(2, 3, 3, 2)],
    ours: (a, b) => ops.solve(a, b),
    exact: (a, b) => core.solve(a, b),
  },
];

/** det where nothing but the cofactors of the SVD will do. */
export const singularCases: readonly Case[] = [
  { name: 'det at rank n-1', inputs: [rank2], weights: [w()], ours: (x) => ops.det(x), exact: core.det },
  { name: 'det at rank n-2', inputs: [rank1], weights: [w()], ours: (x) => ops.det(x), exact: core.det },
];

/** What the outputs of an operation, or the gradients of the order below, are contracted with. */
export const directions = (c: Case, order: number): readonly core.NdArray[] =>
  order === 1
    ? c.weights
    : c.inputs.map(({ shape }, i) => {
        const V = randomExact(20 * order + i, shape);
        const spd = c.name.startsWith('logdet') || c.name.startsWith('cholesky');
        return spd ? core.sym(V) : V;
      });

const list = <T>(y: T | readonly T[]): readonly T[] => (Array.isArray(y) ? y : [y as T]);

/** The function of the inputs whose gradients are the derivatives of that order: a contraction of those one below. */
export function exactTower(c: Case, order: number): (...x: core.NdArray[]) => core.NdArray {
  const below = order === 1 ? c.exact : exactGradients(c, order - 1);
  const V = directions(c, order);
  return (...x) =>
    list(below(...x))
      .map((y, i) => core.sum(core.hadamard(y, V[i])))
      .reduce((a, b) => core.add(a, b));
}

export const exactGradients =
  (c: Case, order: number) =>
  (...x: core.ArrayInput[]): readonly core.NdArray[] =>
    core.grad(
      exactTower(c, order),
      c.inputs.map((_, i) => i),
    )(...x);

/** The same in TensorFlow.js. */
export function ourTower(c: Case, order: number): (...x: tf.Tensor[]) => tf.Scalar {
  const below = order === 1 ? c.ours : ourGradients(c, order - 1);
  const V = directions(c, order).map(toTf);
  return (...x) =>
    list(below(...x))
      .map((y, i) => tf.sum<tf.Scalar>(tf.mul(y, V[i])))
      .reduce((a, b) => tf.add(a, b));
}

export function ourGradients(c: Case, order: number): (...x: tf.Tensor[]) => tf.Tensor[] {
  const gradients = tf.grads(ourTower(c, order));
  return (...x) => gradients(x);
}
