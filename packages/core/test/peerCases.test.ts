import { describe, expect, test } from 'vitest';
import { type NdArray, type Nested, toNested } from '../src/array.ts';
import { jvp, MatgradError, vjp } from '../src/index.ts';
import {
  absent,
  derivativeCases,
  type ForwardCase,
  forwardCases,
  type Result,
} from './support/peers/cases.ts';
import { differentiable, signsFor } from './support/peers/derivatives.ts';
import { disagreements } from './support/peers/disagreements.ts';
import { expressions } from './support/peers/expressions.ts';

const flat = (x: Nested): number[] => (typeof x === 'number' ? [x] : x.flatMap(flat));
const shapeOf = (x: Nested): number[] => (typeof x === 'number' ? [] : [x.length, ...shapeOf(x[0] ?? 0)]);
type Fields = { readonly [field: string]: Nested };
const isFields = (x: Result): x is Fields => typeof x === 'object' && !Array.isArray(x);

function run({ op, input }: ForwardCase, A: unknown = input.A): Result {
  const expression = expressions[op];
  if (expression === undefined) throw new Error(`no expression for ${op}`);
  const y = expression({ ...input, ...(A !== undefined && { A }) });
  return typeof y === 'object' && 'shape' in y && 'data' in y ? toNested(y as NdArray) : (y as Result);
}

/** Numbers agree to a relative part of the largest of them and an absolute one; Infinity only with itself. */
function near(got: Nested, wanted: Nested, { rtol, atol }: ForwardCase['tolerance']): void {
  const [g, w] = [flat(got), flat(wanted)];
  const finite = w.filter(Number.isFinite).map(Math.abs);
  const limit = rtol * Math.max(0, ...finite) + atol;
  expect(g.length).toBe(w.length);
  if (w.length > 0) expect(shapeOf(got)).toEqual(shapeOf(wanted));
  w.forEach((x, i) => {
    if (!Object.is(g[i], x) && g[i] !== x) expect(Math.abs((g[i] as number) - x)).toBeLessThanOrEqual(limit);
  });
}

/** Complex numbers in whatever order. */
function nearAsSets(got: Fields, wanted: Fields, tolerance: ForwardCase['tolerance']): void {
  const list = (x: Fields): [number, number][] => {
    const re = flat(x.real ?? (x.values as Nested));
    const im = flat(x.imag ?? re.map(() => 0));
    return re.map((a, i) => [a, im[i] as number]);
  };
  const left = list(got);
  const size = Math.max(0, ...list(wanted).map(([a, b]) => Math.hypot(a, b)));
  for (const [a, b] of list(wanted)) {
    const gaps = left.map(([c, d]) => Math.hypot(a - c, b - d));
    const at = gaps.indexOf(Math.min(...gaps));
    expect(gaps[at]).toBeLessThanOrEqual(tolerance.rtol * size + tolerance.atol);
    left.splice(at, 1);
  }
  expect(left).toEqual([]);
}

/** What is said of numbers and is none. */
const REMARKS = ['convention', 'eigenvectors'];
const EIGENVALUES = new Set(['eig', 'eigs']);

function agrees(c: ForwardCase, got: Result, wanted: Result, tolerance = c.tolerance): void {
  if (!isFields(wanted)) {
    near(got as Nested, wanted, tolerance);
  } else if ('atLeast' in wanted) {
    expect(got).toBeGreaterThanOrEqual(wanted.atLeast as number);
  } else if (EIGENVALUES.has(c.op)) {
    nearAsSets(got as Fields, wanted, tolerance);
  } else {
    for (const [field, numbers] of Object.entries(wanted))
      if (!REMARKS.includes(field)) near((got as Fields)[field] as Nested, numbers, tolerance);
  }
}

describe.skipIf(absent)('cases of ../shared/peer-cases (left out where the folder is absent)', () => {
  test('there are all of them', () => {
    expect([forwardCases.length, derivativeCases.length]).toEqual([568, 160]);
    const ids = new Set(forwardCases.map(({ id }) => id));
    expect(Object.keys(disagreements).filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(forwardCases.filter(({ id }) => !(id in disagreements)).map((c) => [c.id, c] as const))(
    '%s',
    (_, c) => {
      if (c.expected === undefined) expect(() => run(c)).toThrow(MatgradError);
      else agrees(c, run(c), c.expected);
    },
  );

  test.each(forwardCases.filter(({ id }) => id in disagreements).map((c) => [c.id, c] as const))(
    '%s, where matgrad is right',
    (id, c) => {
      const { throws, value } = disagreements[id] ?? {};
      if (throws !== undefined) expect(() => run(c)).toThrow(throws);
      else if (value === undefined) throw new Error(`${id} is told neither an error nor a value`);
      else {
        const wanted = value(c, (A) => run(c, A));
        const strict = { rtol: 1e-14, atol: 1e-14 };
        agrees(c, run(c), wanted, strict);
        // If it does agree, it has no place in the list.
        if (c.expected !== undefined) expect(() => agrees(c, run(c), c.expected as Result)).toThrow();
      }
    },
  );
});

/** The largest difference, by the largest number that is wanted. */
function relative(got: NdArray, wanted: NdArray): number {
  expect(got.shape).toEqual(wanted.shape);
  let error = 0;
  let size = 0;
  wanted.data.forEach((x, i) => {
    error = Math.max(error, Math.abs(x - got.data[i]));
    size = Math.max(size, Math.abs(x));
  });
  return size === 0 ? error : error / size;
}

describe.skipIf(absent)('derivatives of ../shared/peer-cases (left out where the folder is absent)', () => {
  test.each(derivativeCases.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const expression = differentiable[c.op];
    if (expression === undefined) throw new Error(`no expression for ${c.op}`);
    const { input, probe, expected } = c;
    const names = Object.keys(input);
    const outputs = Object.keys(expected.jvp);
    const part = (parts: Readonly<Record<string, NdArray>>) => (name: string) => parts[name] as NdArray;
    const signs = signsFor(c);
    const f = (...x: NdArray[]): readonly NdArray[] => {
      const y = expression(Object.fromEntries(names.map((name, i) => [name, x[i] as NdArray])), c, signs);
      return 'shape' in y ? [y as NdArray] : outputs.map(part(y));
    };
    const primals = names.map(part(input));
    const direction = names.map(part(probe.direction));
    const back = (...x: NdArray[]) => vjp(f, ...x).pullback(outputs.map(part(probe.cotangent)));
    const errors = (kind: string, got: readonly NdArray[], keys: readonly string[], wanted: typeof input) =>
      keys.map((key, i) => [`${kind} ${key}`, relative(got[i] as NdArray, part(wanted)(key))] as const);

    const found = [
      ...errors('jvp', jvp(f, primals, direction).tangent, outputs, expected.jvp),
      ...errors('vjp', back(...primals), names, expected.vjp),
      ...(expected.hvp ? errors('hvp', jvp(back, primals, direction).tangent, names, expected.hvp) : []),
    ];
    expect(found.filter(([, error]) => !(error <= 1e-10))).toEqual([]);
  });
});
