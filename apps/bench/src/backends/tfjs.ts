import * as linalg from '@matgrad/tfjs-ops';
import * as tf from '@tensorflow/tfjs';
import type { Kind, Op } from '../golden/format.ts';
import type { Matrix } from '../matrix.ts';
import { type Backend, float32, type Inputs, type Prepared } from './backend.ts';
import { versionOf } from './version.ts';

// Without its checks for NaN, and without its advice to install another backend.
tf.enableProdMode();

/** The operations as functions of one list of tensors; of slogdet what has a gradient comes last. */
export const operations: Readonly<
  Record<Op | 'logdet', (inputs: readonly tf.Tensor[]) => readonly tf.Tensor[]>
> = {
  inv: ([A]) => [linalg.inv(A as tf.Tensor)],
  det: ([A]) => [linalg.det(A as tf.Tensor)],
  slogdet: ([A]) => linalg.slogdet(A as tf.Tensor),
  logdet: ([A]) => [linalg.logdet(A as tf.Tensor)],
  solve: ([A, B]) => [linalg.solve(A as tf.Tensor, B as tf.Tensor)],
  cholesky: ([A]) => [linalg.cholesky(A as tf.Tensor)],
};

/** The cotangents of all inputs. */
export function pullback(op: Op | 'logdet', inputs: readonly tf.Tensor[], cotangent: tf.Tensor): tf.Tensor[] {
  const f = (...x: tf.Tensor[]) => operations[op](x).at(-1) as tf.Tensor;
  return tf.grads(f)([...inputs], cotangent);
}

const toTensor = ({ rows, cols, data }: Matrix): tf.Tensor =>
  tf.tensor2d(new Float32Array(data), [rows, cols]);
/** Reading the numbers is part of the job: a tensor that nobody reads may not have been computed. */
const read = (tensors: readonly tf.Tensor[]) => tensors.map((t) => Float32Array.from(t.dataSync()));

function prepare(op: Op, kind: Kind, inputs: Inputs): Prepared {
  const x = [toTensor(inputs.A), ...(op === 'solve' ? [toTensor(inputs.B)] : [])];
  const scalar = op === 'det' || op === 'slogdet';
  const C = scalar ? tf.scalar(inputs.cotangent.data[0] as number) : toTensor(inputs.cotangent);
  return {
    run: () => {
      let answer: Float32Array[] = [];
      // Not as the result of tidy, which would search every number of it for tensors.
      tf.tidy(() => {
        answer = read(kind === 'value' ? operations[op](x) : pullback(op, x, C));
      });
      return answer;
    },
    read: (answer) => answer as Float32Array[],
    dispose: () => tf.dispose([...x, C]),
  };
}

/** @matgrad/tfjs-ops on one of TensorFlow.js's backends, which the file of that backend has registered. */
export const tfjsBackend = (name: 'cpu' | 'wasm'): Backend => ({
  name: `tfjs-ops@${name}`,
  version: versionOf('@matgrad/tfjs-ops'),
  unit: float32,
  supports: () => true,
  prepare,
  activate: () => activate(name),
});

/** Makes a backend the one that tensors are made on. */
export async function activate(name: 'cpu' | 'wasm'): Promise<void> {
  if (tf.getBackend() === name) return;
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js has no working ${name} backend here`);
  await tf.ready();
}
