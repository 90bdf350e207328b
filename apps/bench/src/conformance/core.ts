import { jvp, type NdArray, vjp } from '@matgrad/core';
import type { ConformanceCase, Part } from './format.ts';
import { type Expression, expressions } from './ops.ts';
import type { Runner } from './runner.ts';

const toNd = ({ shape, data }: Part): NdArray => ({ shape, data: Float64Array.from(data) });
const list = (y: NdArray | readonly NdArray[]): readonly NdArray[] => (Array.isArray(y) ? y : [y as NdArray]);
const expression = ({ op }: ConformanceCase): Expression => expressions[op] as Expression;

/** @matgrad/core through its own `vjp` and `jvp`. */
export const coreRunner: Runner = {
  ops: new Set(Object.keys(expressions)),
  value: (c) => list(expression(c)(c.inputs.map(toNd), c.params)),
  vjp(c, cotangent) {
    const f = (...inputs: NdArray[]) => list(expression(c)(inputs, c.params));
    return vjp(f, ...c.inputs.map(toNd)).pullback(cotangent.map(toNd));
  },
  jvp(c, tangent) {
    const f = (...inputs: NdArray[]) => list(expression(c)(inputs, c.params));
    return jvp(f, c.inputs.map(toNd), tangent.map(toNd)).tangent;
  },
};
