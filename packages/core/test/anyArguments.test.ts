import { expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { entryPoints } from '../src/entryPoints.ts';
import { array, jvp, MatgradError, vjp } from '../src/index.ts';

const nd = (...shape: number[]): NdArray => ({
  shape,
  data: new Float64Array(shape.reduce((a, b) => a * b, 1)),
});
const LEAST = 5e-324;

/** What a program may come with by mistake. */
const strangers: readonly unknown[] = [
  undefined,
  null,
  true,
  'a',
  3n,
  {},
  () => 1,
  new Date(0),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  [[]],
  [[1, 2], [3]],
  [[1, 2], 3],
  [['1', 2], [3, 4]], // biome-ignore format: matrices
  [[1, Number.NaN], [Number.NaN, 1]], // biome-ignore format: matrices
  [[1, Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY, 1]], // biome-ignore format: matrices
  { shape: [2, 2], data: new Float64Array(3) },
  { shape: [-1, 2], data: new Float64Array(2) },
];

/** Arrays of every shape, at the ends of the range and where derivatives are hard. */
const arrays: readonly unknown[] = [
  nd(0, 0),
  nd(0, 3),
  nd(3, 0),
  nd(0, 2, 2),
  0,
  -2,
  1e308,
  LEAST,
  [3],
  [1, 2],
  [0, 0, 0],
  [[2]],
  [[0]],
  [[2, 1], [1, 3]], // biome-ignore format: matrices
  [[1, 2], [2, 4]], // biome-ignore format: matrices
  [[1, 0], [0, 1]], // biome-ignore format: matrices
  [[0, 1], [-1, 0]], // biome-ignore format: matrices
  [[0, 1], [0, 0]], // biome-ignore format: matrices
  [[-2, 1], [1, -3]], // biome-ignore format: matrices
  [[1, 2, 3], [4, 5, 6]], // biome-ignore format: matrices
  [[1, 1, 1], [1, 1, 1], [1, 1, 1]], // biome-ignore format: matrices
  [[[2, 1], [1, 2]], [[3, 0], [0, 1]]], // biome-ignore format: matrices
  [[1e300, 2e299], [2e299, 3e300]], // biome-ignore format: matrices
  [[1.7e308, 1e308], [1e308, 1.7e308]], // biome-ignore format: matrices
  [[1e-300, 2e-301], [2e-301, 3e-300]], // biome-ignore format: matrices
  [[4 * LEAST, LEAST], [LEAST, 6 * LEAST]], // biome-ignore format: matrices
  [[1e300, 1], [1, 1e-300]], // biome-ignore format: matrices
  { shape: [2, 2], data: new Float32Array([2, 1, 1, 3]) },
  { shape: [2, 2], data: new Float64Array([0, 2, 9, 1, 9, 1, 9, 3]), stride: [4, 2], offset: 1 },
];

/** Those that do something else than to compute. */
const OTHERS =
  /Error$|^(array|toNested|jvp|vjp|grad|valueAndGrad|hessian|hvp|jacobian|differential|gradient|implicit|defineIdentity|symbol|formulas|monitor|stopGradient)$/;
type Any = (...args: unknown[]) => unknown;
const exported = Object.values(entryPoints)
  .flatMap((entry) => Object.entries(entry) as [string, unknown][])
  .filter((pair): pair is [string, Any] => typeof pair[1] === 'function' && !OTHERS.test(pair[0]));

const fit = [[2, 1], [1, 3]]; // biome-ignore format: matrices
const isArray = (x: unknown): x is NdArray =>
  typeof x === 'object' && x !== null && 'shape' in x && 'data' in x;
const partsOf = (y: unknown): NdArray[] => (Array.isArray(y) ? y : [y]).filter(isArray);
const hasNaN = (y: unknown) => partsOf(y).some(({ data }) => data.some(Number.isNaN));

/** What a call says that it must not: an error of another kind, or NaN. */
function misdeed(call: () => unknown): string | undefined {
  try {
    return hasNaN(call()) ? 'gives NaN' : undefined;
  } catch (error) {
    return error instanceof MatgradError ? undefined : `throws ${error}`;
  }
}

test.each(exported)('%s answers or refuses by name, whatever it is given', (_, f) => {
  const found = [...strangers, ...arrays].flatMap((x) =>
    [[x], [x, x], [fit, x], [x, [1, 2]], [x, 2], [x, x, x], [fit, fit, x]].flatMap(
      (args) => misdeed(() => f(...args)) ?? [],
    ),
  );
  expect([...found, ...(misdeed(() => f()) ?? [])]).toEqual([]);
});

/** Numbers of one size in the shape of A. */
const direction = (A: NdArray): NdArray => ({ shape: A.shape, data: A.data.map((_, i) => 1 / (i + 2)) });

/** Derivatives of what has a finite value: a tangent, cotangents, and the tangent of those. */
function derivatives(f: Any, inputs: readonly unknown[], options: readonly unknown[]): (() => unknown)[] {
  const g = (...x: readonly NdArray[]) => f(...x, ...options) as NdArray[];
  try {
    const y: unknown = g(...inputs.map((x) => array(x as number)));
    const parts = partsOf(y);
    if (parts.length !== (Array.isArray(y) ? y.length : 1)) return [];
    if (parts.some(({ data }) => !data.every(Number.isFinite))) return [];
    const x = inputs.map((input) => array(input as number));
    const bar = (Array.isArray(y) ? parts.map(direction) : direction(y as NdArray)) as NdArray[];
    const back = (...z: NdArray[]) => vjp(g, ...z).pullback(bar) as NdArray[];
    const dx = x.map(direction);
    return [() => jvp(g, x, dx).tangent, () => back(...x), () => jvp(back, x, dx).tangent];
  } catch {
    return [];
  }
}

test.each(exported)('the derivatives of %s are numbers or refused by name', (_, f) => {
  const found = arrays.flatMap((x) =>
    (
      [
        [[x], []],
        [[x], [2]],
        [[x], [-1]],
        [[x, x], []],
        [[fit, x], []],
        [[x, x, x], []],
      ] as const
    ).flatMap(([inputs, options]) => derivatives(f, inputs, options).flatMap((call) => misdeed(call) ?? [])),
  );
  expect(found).toEqual([]);
});
