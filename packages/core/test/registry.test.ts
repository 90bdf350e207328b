import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NdArray } from '../src/array.ts';
import { sizeOf } from '../src/array.ts';
import { formulas } from '../src/define/formulas.ts';
import { jvp, MatgradError, vjp } from '../src/index.ts';
import { float64 } from '../src/interpret/float64/float64.ts';
import { registry } from '../src/registry.ts';
import {
  arbitraryDefect,
  arbitraryInputs,
  checkGrads,
  distance,
  frobenius,
  randomArray,
  uniform,
} from '../src/testing/index.ts';

type Call = (...args: unknown[]) => NdArray | NdArray[];
const list = (y: NdArray | readonly NdArray[]): NdArray[] => (Array.isArray(y) ? y : [y]) as NdArray[];
const runs = (numRuns: number) => ({ numRuns, seed: 20260 });
const EPSILON = 2 ** -52;

const codeOf = (f: () => unknown): string => {
  try {
    f();
  } catch (error) {
    if (error instanceof MatgradError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
};

// One suite for each call that an identity shows; static options beyond the first call are named.
const calls = [...registry.values()].flatMap((identity) =>
  identity.spec.examples.map((example, i) => {
    const options = i === 0 ? '' : `(…, ${example.options.join(', ')})`;
    return [identity.spec.name + options, identity, example] as const;
  }),
);

describe.each(calls)('%s', (_, identity, example) => {
  const { spec } = identity;
  const id = identity as unknown as Call & typeof identity;
  const { options } = example;
  const f = (...x: NdArray[]) => id(...x, ...options);
  const each = (sizes: Parameters<typeof arbitraryInputs>[1], count: number, check: (x: NdArray[]) => void) =>
    fc.assert(fc.property(arbitraryInputs(spec, sizes, example), check), runs(count));

  test('differentiates rightly, twice, in every nesting', () => {
    each({}, 12, (x) => {
      checkGrads(f, x, { domain: spec.domain });
    });
  });

  test('differentiates rightly on stacks that broadcast', () => {
    each({ stacks: true, max: 3 }, 8, (x) => {
      checkGrads(f, x, { domain: spec.domain, order: 1 });
    });
  });

  test('has jvp and vjp that agree with those of autodiff', () => {
    each({ stacks: true }, 6, (x) => {
      const next = uniform(7);
      const dx = x.map((A) => randomArray(next, A.shape));
      const bars = list(f(...x)).map((y) => randomArray(next, y.shape));
      const own = identity.jvp(x as never, dx as never, ...(options as never[])) as { tangent: NdArray };
      const { pullback } = identity.vjp(...([...x, ...options] as never[]));
      expect(list(own.tangent)).toEqual(list(jvp(f, x, dx).tangent));
      const bar = spec.signature.outputs.length > 1 ? bars : bars[0];
      expect(pullback(bar as never)).toEqual(vjp(f, ...x).pullback(bar as never));
      if (bars.length === 1) return;
      for (const G of pullback(bars.map(() => null) as never))
        expect(G.data.some((g) => g !== 0)).toBe(false);
    });
  });

  test('satisfies its defining equation to rounding', () => {
    const { equation } = spec;
    if (equation === undefined) return;
    each({ min: 0, max: 6 }, 12, (x) => {
      const saved = float64.call(
        spec,
        x.map((A, i) => prepared(A, i)),
        options,
      );
      const [left, right] = equation(float64, saved);
      const scale =
        frobenius(left) + frobenius(right) + frobenius(...x) * (frobenius(...list(saved.y as NdArray)) + 1);
      expect(distance([left], [right])).toBeLessThanOrEqual(
        50 * Math.max(1, x[0]?.shape.at(-1) ?? 1) * EPSILON * scale,
      );
    });
    function prepared(A: NdArray, i: number): NdArray {
      const core = spec.signature.inputs[i] ?? [];
      const column = core.length === 1 ? float64.reshape(A, [...A.shape, 1]) : A;
      return spec.domain[i].name === 'spd' ? float64.sym(column) : column;
    }
  });

  test('treats a stack as its members one by one', () => {
    if (spec.signature.inputs.some((core) => core[0] === '...')) return;
    each({}, 6, (x) => {
      const twice = x.map((A) => float64.stack(A, A));
      list(f(...twice)).forEach((y, i) => {
        const member = list(f(...x))[i];
        expect(y.shape).toEqual([2, ...member.shape]);
        expect(y.data).toEqual(float64.stack(member, member).data);
      });
    });
  });

  test('takes empty matrices and 1×1', () => {
    if (example.shapes) return;
    for (const size of [0, 1]) {
      each({ min: size, max: size }, 2, (x) => {
        for (const y of list(f(...x))) expect(y.data.every(Number.isFinite)).toBe(true);
        checkGrads(f, x, { domain: spec.domain });
      });
    }
  });

  test('leaves its arguments alone', () => {
    each({}, 3, (x) => {
      const before = x.map((A) => A.data.slice());
      vjp(f, ...x).pullback(list(f(...x)).length > 1 ? list(f(...x)) : (f(...x) as never));
      expect(x.map((A) => A.data)).toEqual(before);
    });
  });

  test.each((spec.fails ?? []).map(({ on, throws }) => [on, throws] as const))(
    'refuses %s input with %s',
    (on, throws) => {
      fc.assert(
        fc.property(arbitraryDefect(spec, on), (x) => {
          expect(codeOf(() => f(...x))).toBe(throws);
          const stacked = [float64.stack(x[0], x[0]), ...x.slice(1)];
          expect(codeOf(() => f(...stacked))).toBe(throws);
        }),
        runs(5),
      );
    },
  );

  test('refuses NaN, Infinity, wrong types and wrong shapes with a typed error that names it', () => {
    const x = fc.sample(arbitraryInputs(spec, { min: 2, max: 2 }), runs(1))[0] as NdArray[];
    const spoiled = (value: number) => [
      { ...x[0], data: x[0].data.map((a, i) => (i === 0 ? value : a)) },
      ...x.slice(1),
    ];
    expect(codeOf(() => f(...spoiled(Number.NaN)))).toBe('NON_FINITE');
    expect(codeOf(() => f(...spoiled(Number.POSITIVE_INFINITY)))).toBe('NON_FINITE');
    expect(codeOf(() => id('matrix', ...x.slice(1), ...options))).toBe('DOMAIN');
    expect(codeOf(() => id(null, ...x.slice(1), ...options))).toBe('DOMAIN');
    expect(codeOf(() => id([[1, 2], [3]], ...x.slice(1), ...options))).toBe('SHAPE');
    const square = spec.signature.inputs[0]?.join() === 'n,n';
    if (square)
      expect(() => id([[1, 2]], ...x.slice(1))).toThrow(new RegExp(`^${spec.name}: expected .*1×2`));
  });

  test('prints these formulas', () => {
    expect(formulas(spec)).toMatchSnapshot();
  });

  test('says where it lives', () => {
    if (!spec.signature.variadic) expect(spec.domain).toHaveLength(spec.signature.inputs.length);
    expect(sizeOf(spec.signature.outputs.map(() => 1))).toBe(1);
  });
});
