import { array, type NdArray } from '@matgrad/core';
import { registry } from '@matgrad/core/registry';
import { combine } from '@matgrad/core/testing';
import * as tf from '@tensorflow/tfjs';
import { afterEach, expect, test, vi } from 'vitest';
import { fromTf, roundoffs, tidily, toTf } from './arrays.ts';
import { onEveryBackend } from './backends.ts';
import {
  type Case,
  cases,
  directions,
  exactGradients,
  exactTower,
  ourGradients,
  singularCases,
} from './towers.ts';

// Rounding errors of each order enter the next with the condition of the matrices, which is below 10 here.
const LIMIT = 64;

const ours = (c: Case, order: number): NdArray[] =>
  tidily(() => {
    const x = c.inputs.map(toTf);
    return (order === 0 ? [c.ours(...x)].flat() : ourGradients(c, order)(...x)).map(fromTf);
  });

/** Directional derivative of f along the next direction by 4-point differences: error h⁴ + ε/h. */
function difference(c: Case, order: number): number {
  const f = exactTower(c, order);
  const V = directions(c, order + 1);
  const h = 2 ** -10;
  const at = (s: number) => f(...c.inputs.map((x, i) => combine([1, x], [s * h, V[i]]))).data[0];
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
}

afterEach(() => {
  vi.restoreAllMocks();
});

onEveryBackend(() => {
  test.each(cases)("$name: values and three orders of derivatives are core's to float32", (c) => {
    const value = [c.exact(...c.inputs)].flat() as NdArray[];
    expect(roundoffs(ours(c, 0), value)).toBeLessThan(2);
    for (const order of [1, 2, 3])
      expect(roundoffs(ours(c, order), exactGradients(c, order)(...c.inputs))).toBeLessThan(LIMIT);
  });

  test.each(singularCases)("$name: three orders of derivatives are core's to float32", (c) => {
    for (const order of [1, 2, 3])
      expect(roundoffs(ours(c, order), exactGradients(c, order)(...c.inputs))).toBeLessThan(LIMIT);
  });

  test.each(cases)('$name: three orders of derivatives agree with differences of the order below', (c) => {
    for (const order of [1, 2, 3]) {
      const V = directions(c, order + 1);
      const terms = ours(c, order).flatMap(({ data }, i) => [...data].map((g, j) => g * V[i].data[j]));
      const along = terms.reduce((a, b) => a + b, 0);
      const size = Math.hypot(...terms) + Math.abs(difference(c, order));
      expect(Math.abs(along - difference(c, order)) / size).toBeLessThan(LIMIT * 2 ** -24);
    }
  });

  test.each(cases)('$name: one factorisation serves the value and three orders of derivatives', (c) => {
    let factorisations = 0;
    for (const { spec } of registry.values()) {
      const forward = spec.forward.bind(spec);
      vi.spyOn(spec, 'forward').mockImplementation((x, o) => {
        const result = forward(x, o);
        // Two leave no factorisation behind: their rules need the value alone.
        if (result.f !== undefined || ['cholesky', 'inv'].includes(spec.name)) factorisations++;
        return result;
      });
    }
    ours(c, 3);
    expect(factorisations).toBe(1);
  });

  test('an output of slogdet alone has its own gradient', () => {
    const [c] = cases.filter(({ name }) => name === 'slogdet');
    const [A] = c.inputs;
    tf.tidy(() => {
      const pick = (i: number) => (x: tf.Tensor) => (c.ours(x) as tf.Tensor[])[i];
      expect(fromTf(tf.grad(pick(0))(toTf(A))).data.every((g) => g === 0)).toBe(true);
      const logabs = exactGradients({ ...c, weights: [array(0), array(1)] }, 1)(A);
      expect(roundoffs([fromTf(tf.grad(pick(1))(toTf(A)))], logabs)).toBeLessThan(LIMIT);
    });
  });
});
