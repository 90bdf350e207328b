import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs';
import { activate, operations, pullback } from '../backends/tfjs.ts';
import type { ConformanceCase, Part } from './format.ts';
import type { Output, Runner } from './runner.ts';

type Known = keyof typeof operations;

const toTensor = ({ shape, data }: Part): tf.Tensor => tf.tensor(new Float32Array(data), [...shape]);

/** The results as plain arrays; every tensor made on the way is freed. */
const collect = (make: () => readonly tf.Tensor[]): Output[] =>
  tf.tidy(() => make().map((t) => ({ shape: t.shape, data: Float32Array.from(t.dataSync()) })));

/** @matgrad/tfjs-ops: inputs rounded to float32, values and VJPs. */
export async function tfjsRunner(name: 'cpu' | 'wasm'): Promise<Runner> {
  await activate(name);
  const op = (c: ConformanceCase) => c.op as Known;
  return {
    ops: new Set(Object.keys(operations)),
    value: (c) => collect(() => operations[op(c)](c.inputs.map(toTensor))),
    vjp: (c, cotangent) =>
      collect(() => pullback(op(c), c.inputs.map(toTensor), toTensor(cotangent.at(-1) as Part))),
  };
}
