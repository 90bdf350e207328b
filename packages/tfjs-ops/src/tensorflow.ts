import type * as core from '@tensorflow/tfjs-core';

/** The part of TensorFlow.js that the package is written on; the namespaces of tfjs-core and of the union package fit. */
export type Tensorflow = Pick<
  typeof core,
  | 'Tensor'
  | 'add'
  | 'cast'
  | 'engine'
  | 'fill'
  | 'getBackend'
  | 'getGradient'
  | 'getKernel'
  | 'matMul'
  | 'mul'
  | 'neg'
  | 'op'
  | 'pad'
  | 'registerGradient'
  | 'registerKernel'
  | 'reshape'
  | 'slice'
  | 'sub'
  | 'sum'
  | 'tensor'
  | 'tidy'
  | 'transpose'
  | 'where'
  | 'zeros'
  | 'zerosLike'
>;
