import { describe, expect, test } from 'vitest';
import {
  type Algebra,
  type Domain,
  defineIdentity,
  domain,
  type Elementwise,
  type Factored,
  type NdArray,
  sin,
  stopGradient,
  type Term,
  toNested,
} from '../src/index.ts';
import { checkGrads, combine } from '../src/testing/index.ts';

describe('identities of users', () => {
  const power = defineIdentity<'()->()', [k: number]>({
    name: 'power',
    signature: '()->()',
    domain: [domain.positive],
    forward: ([x], [k]) => ({ y: { shape: x.shape, data: x.data.map((v) => v ** k) } }),
    latex: (x) => `${x}^k`,
    rule: ({ call: _, had, scale: times, reshape: same, ...k }) => ({
      jvp: ({ x: [x], y, o: [p] }, dx) => times(p, had(dx, had(y, k.map(x, inverse)))),
      vjp: ({ x: [x], y, o: [p] }, bar) => [same(times(p, had(bar, had(y, k.map(x, inverse)))), x.shape)],
    }),
  });
  const inverse = {
    name: 'inverse',
    value: (x: number) => 1 / x,
    latex: (x: string) => `1/${x}`,
    derivative: ({ had, neg: minus }, _x, y) => minus(had(y, y)),
  } satisfies Elementwise;

  test('take options that no example shows, but no more arguments than inputs where there are none', () => {
    expect(toNested(power([2, 3], 2))).toEqual([4, 9]);
    checkGrads((x) => power(x, 3), [[1.5, 2]]);
    const plain = defineIdentity({ ...doubling, forward: ([x]) => ({ y: combine([2, x]) }) });
    expect(() => (plain as (...args: unknown[]) => unknown)(1, 2)).toThrow(
      /^double: expected at most 1 arguments/,
    );
  });

  const doubling = {
    name: 'double',
    signature: '()->()' as const,
    domain: [domain.real] as [Domain],
    latex: (x: string) => `2${x}`,
    rule: ({ scale: times }: Algebra<Term, Factored>) => ({
      jvp: (_: unknown, dx: Term) => times(2, dx),
      vjp: (_: unknown, bar: Term): [Term] => [times(2, bar)],
    }),
  };

  test('checkGrads catches a sign, a factor at one entry, a wrong adjoint and a rule wrong from the second order on', () => {
    const forward = ([x]: readonly [NdArray]) => ({ y: combine([2, x]) });
    const tampered = (wrong: (x: Term, k: Algebra<Term, Factored>) => Term) =>
      defineIdentity({
        ...doubling,
        forward,
        rule: (k) => ({
          jvp: (_, dx) => k.scale(2, dx),
          vjp: (_, bar) => [wrong(k.scale(2, bar), k)],
        }),
      });
    const mask = { shape: [3], data: Float64Array.of(1, 1, -1) } as unknown as Term;
    for (const wrong of [
      tampered((x, { neg: minus }) => minus(x)),
      tampered((x, { had }) => had(x, mask)),
      tampered((x, { scale: times }) => times(1 + 1e-7, x)),
    ])
      expect(() => checkGrads((x) => sin(wrong(x)), [[1, 2, 3]])).toThrow(/expected derivatives that agree/);
    const square = (rule: (k: Algebra<Term, Factored>, x: Term, d: Term) => Term) =>
      defineIdentity({
        ...doubling,
        forward: ([x]) => ({ y: { shape: x.shape, data: x.data.map((v) => v * v) } }),
        rule: (k) => ({
          jvp: ({ x: [x] }, dx) => rule(k, x, dx),
          vjp: ({ x: [x] }, bar) => [rule(k, x, bar)],
        }),
      });
    checkGrads(
      square((k, x, d) => k.had(k.scale(2, x), d)),
      [[1, 2, 3]],
    );
    const frozen = square((k, x, d) => k.had(k.scale(2, stopGradient(x as never) as never), d));
    expect(() => checkGrads(frozen, [[1, 2, 3]])).toThrow(/forwardReverse off by/);
    expect(checkGrads(frozen, [[1, 2, 3]], { order: 1 }).jvp).toBeLessThan(1e-8);
  });

  test('may scale scalars and vectors by scalars under differentiation, to second order', () => {
    const cube = defineIdentity({
      name: 'cube',
      signature: '()->()',
      domain: [domain.real],
      forward: ([X]) => ({ y: { shape: X.shape, data: X.data.map((x) => x ** 3) } }),
      latex: (X) => `${X}^3`,
      rule: ({ had, scale }) => ({
        jvp: ({ x: [X] }, dX) => had(scale(3, had(X, X)), dX),
        vjp: ({ x: [X] }, Ybar) => [had(scale(3, had(X, X)), Ybar)],
      }),
    });
    const own = defineIdentity({
      name: 'ownScale',
      signature: '(),(n)->()',
      domain: [domain.real, domain.real],
      forward: ([c, x]) => ({
        y: { shape: c.shape, data: Float64Array.of(c.data[0] ** 2 * x.data.reduce((s, v) => s + v, 0)) },
      }),
      latex: (c, x) => `${c}^2 1^{\\top} ${x}`,
      rule: ({ add, fill, had, inner, scale }) => ({
        jvp: ({ x: [c, x] }, dc, dx) =>
          add(scale(scale(2, c), had(dc, inner(fill(x, 1), x))), scale(had(c, c), inner(fill(x, 1), dx))),
        vjp: ({ x: [c, x] }, ybar) => [
          scale(scale(2, c), had(ybar, inner(fill(x, 1), x))),
          scale(scale(ybar, had(c, c)), fill(x, 1)),
        ],
      }),
    });
    checkGrads(cube, [[0.5, -1.5]]);
    checkGrads(own, [1.5, [1, 2, 4]]);
  });

  test('forward may give numbers and nested arrays; what is no array is refused by name', () => {
    const giving = (y: unknown) =>
      defineIdentity({ ...doubling, forward: () => ({ y: y as NdArray }) }) as (x: number) => NdArray;
    expect(toNested(giving(6)(3))).toBe(6);
    expect(toNested(giving([6, 8])(3))).toEqual([6, 8]);
    for (const [y, code] of [
      [undefined, 'DOMAIN'],
      ['6', 'DOMAIN'],
      [[[1, 2], [3]], 'SHAPE'],
      [{ shape: [2], data: new Float64Array(3) }, 'SHAPE'],
    ] as const) {
      expect(() => giving(y)(3)).toThrow(expect.objectContaining({ code, op: 'double' }));
    }
    const nothing = defineIdentity({ ...doubling, forward: () => undefined as never });
    expect(() => nothing(3)).toThrow(expect.objectContaining({ code: 'DOMAIN', op: 'double' }));
    const halves = defineIdentity({
      name: 'halves',
      signature: '(n)->(),()',
      domain: [domain.real],
      forward: ([x]) => ({ y: [x.data[0], x.data[1]] as never }),
      latex: (x) => `${x}`,
      rule: ({ fill }) => ({
        jvp: (_, dx) => [fill(dx, 0), fill(dx, 0)],
        vjp: ({ x: [x] }) => [fill(x, 0)],
      }),
    });
    expect(halves([1, 2]).map(toNested)).toEqual([1, 2]);
  });
});
