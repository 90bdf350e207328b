import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { symbol } from '../src/latex.ts';
import * as special from '../src/special.ts';
import { checkGrads, randomArray, uniform } from '../src/testing/index.ts';
import * as m from './support/everything.ts';

const next = uniform(41);
const random = (...shape: number[]): NdArray => randomArray(next, shape);
const numbers = (y: NdArray) => m.toNested(y);

describe('what chooses entries', () => {
  test('maximum and minimum broadcast, and differentiate', () => {
    expect(numbers(m.maximum([[1], [4]], [2, 3]))).toEqual([[2, 3], [4, 4]]);
    expect(numbers(m.minimum([[1], [4]], [2, 3]))).toEqual([[1, 1], [2, 3]]);
    checkGrads(m.maximum, [random(2, 1), random(3)]);
    checkGrads(m.minimum, [random(2, 1), random(3)]);
    expect(() => m.maximum([1, 2], [1, 2, 3])).toThrow(m.ShapeError);
    expect(() => m.maximum(symbol('x'), 1)).toThrow(m.DomainError);
  });

  test('ties share the gradient', () => {
    expect(numbers(m.grad((x) => m.sum(m.maximum(x, [1, 2, 3])))([1, 3, 0]))).toEqual([0.5, 1, 0]);
    expect(numbers(m.grad((x) => m.sum(m.minimum(x, [1, 2, 3])))([1, 3, 0]))).toEqual([0.5, 0, 1]);
    expect(numbers(m.grad((x) => m.sum(m.clip(x, -1, 1)))([-2, -1, 0, 1, 2]))).toEqual([0, 0.5, 1, 0.5, 0]);
  });

  test('clip has derivatives in its bounds', () => {
    checkGrads(m.clip, [m.array([-0.9, 0.1, 0.8]), -0.5, 0.6]);
    expect(numbers(m.clip([1, 2, 3], 5, 2))).toEqual([2, 2, 2]);
  });

  test('where takes booleans or numbers, and huge entries of what it leaves out', () => {
    expect(numbers(m.where([[true], [false]], [1, 2], 7))).toEqual([[1, 2], [7, 7]]);
    expect(numbers(m.where(true, 1, 1e308))).toBe(1);
    checkGrads((A, B) => m.where([true, false, true], A, B), [random(3), random(2, 3)]);
    for (const mask of [2, [-1], Number.NaN]) expect(() => m.where(mask, 1, 2)).toThrow(m.MatgradError);
  });
}); // biome-ignore format: matrices

describe('hypot and atan2', () => {
  test('are safe at every scale, with their derivatives', () => {
    for (const s of [1e-300, 1e-160, 1, 1e160, 1e300]) {
      expect((numbers(m.hypot(3 * s, 4 * s)) as number) / s).toBeCloseTo(5, 14);
      const [dx, dy] = m.grad((x, y) => m.hypot(x, y), [0, 1])(3 * s, 4 * s);
      expect([dx, dy].map(numbers)).toEqual([expect.closeTo(0.6, 14), expect.closeTo(0.8, 14)]);
      const [by, bx] = m.grad((y, x) => m.atan2(y, x), [0, 1])(3 * s, 4 * s);
      expect((numbers(by) as number) * s).toBeCloseTo(0.16, 14);
      expect((numbers(bx) as number) * s).toBeCloseTo(-0.12, 14);
    }
  });

  test('at the origin: a gradient of 0 by convention and no Hessian; no derivative of the angle', () => {
    expect(
      m
        .grad((x, y) => m.hypot(x, y), [0, 1])(0, 0)
        .map(numbers),
    ).toEqual([0, 0]);
    expect(() => m.hessian((x) => m.hypot(x, 0))(0)).toThrow(m.DegenerateError);
    expect(() => m.grad((x) => m.atan2(0, x))(0)).toThrow(m.DomainError);
    expect(numbers(m.atan2([1, 1, -1, -1], [1, -1, 1, -1]))).toEqual(
      [1, 3, -1, -3].map((k) => (k * Math.PI) / 4),
    );
  });
});

test('steps round as their names say', () => {
  expect(numbers(m.round([0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 1e300]))).toEqual([
    0, 2, 2, -0, -2, 0, 1e300,
  ]);
  expect(numbers(m.floor([-0.5, 2]))).toEqual([-1, 2]);
  expect(numbers(m.ceil([-0.5, 2]))).toEqual([-0, 2]);
});

describe('special functions', () => {
  test('differentiate to any order', () => {
    const x = m.array([0.3, 1.46, 2.7, 9]);
    const third = (f: (x: NdArray) => NdArray) => {
      const d = (g: (x: NdArray) => NdArray) => (y: NdArray) => m.jvp(g, [y], [m.ones(4)]).tangent;
      return d(d(d(f)));
    };
    const gap = m.sub(third(special.lgamma)(x), special.polygamma(x, 2));
    expect(numbers(m.norm(gap, Infinity))).toBe(0);
    checkGrads(third(special.erf), [[0.1, 0.9, -2, 0.5]]);
    checkGrads(third(special.gamma), [x]);
    checkGrads(third(special.digamma), [x]);
    checkGrads(special.gamma, [[-0.4, -1.3, 3.2]]);
    checkGrads(special.digamma, [[-0.4, -1.3, 3.2]]);
  });

  test('are refused at their poles and out of range', () => {
    for (const f of [special.gamma, special.lgamma, special.digamma])
      expect(() => f([1, -2])).toThrow(m.DomainError);
    expect(() => special.gamma(172)).toThrow(m.DomainError);
    expect(() => special.erfinv(1)).toThrow(m.DomainError);
    for (const n of [-1, 0.5, 151, undefined])
      expect(() => (special.polygamma as (x: number, n: unknown) => NdArray)(1, n)).toThrow(
        /expected an order/,
      );
  });

  test('of several arguments satisfy what defines them', () => {
    checkGrads(special.logBeta, [m.array([0.5, 2]), 1.5]);
    checkGrads((a) => special.multigammaln(a, 3), [m.array([[2.5, 4]])]);
    checkGrads(special.normalCdf, [random(2, 3)]);
    expect(numbers(special.multigammaln(2, 1))).toBe(0);
    expect(numbers(special.multigammaln([3, 4], 0))).toEqual([0, 0]);
    expect(() => special.multigammaln(2, -1)).toThrow(m.DomainError);
    expect(numbers(special.normalCdf(1.959963984540054))).toBeCloseTo(0.975, 14);
  });
});
