import { describe, expect, test } from 'vitest';
import { type ArrayInput, grad, type MatgradError, toNested } from '../src/index.ts';
import { exponent } from '../src/kernel/exponent.ts';
import { besselJ, besselY } from '../src/kernel/special/bessel.ts';
import { besselI, besselIScaled, besselK, besselKScaled } from '../src/kernel/special/besselModified.ts';
import { besselSpherical } from '../src/kernel/special/besselSpherical.ts';
import { erf, erfc, erfinv } from '../src/kernel/special/erf.ts';
import { erfcIntegral, erfcx } from '../src/kernel/special/erfcx.ts';
import { expIntegral } from '../src/kernel/special/expIntegral.ts';
import { gamma, lgamma } from '../src/kernel/special/gamma.ts';
import { gammaIncomplete } from '../src/kernel/special/gammaIncomplete.ts';
import { logNormalCdf, normalQuantile } from '../src/kernel/special/normal.ts';
import { digamma, polygamma } from '../src/kernel/special/polygamma.ts';
import * as special from '../src/special.ts';
import { checkGrads } from '../src/testing/index.ts';
import golden from './golden/special.json' with { type: 'json' };

type Checked = readonly [f: (x: number) => number, ulps: number];

/** One function for each parameter. */
const family = (name: string, f: (n: number, x: number) => number, of: readonly number[], ulps: number) =>
  Object.fromEntries(of.map((n): [string, Checked] => [`${name}${n}`, [(x) => f(n, x), ulps]]));

const functions: Record<string, Checked> = {
  erf: [erf, 1],
  erfc: [erfc, 4],
  erfinv: [erfinv, 4],
  gamma: [gamma, 3],
  lgamma: [lgamma, 4],
  digamma: [digamma, 3],
  polygamma1: [(x) => polygamma(1, x), 3],
  polygamma2: [(x) => polygamma(2, x), 3],
  polygamma5: [(x) => polygamma(5, x), 4],
  ...family('besselJ', besselJ, [0, 1, 7], 12),
  ...family('besselY', besselY, [0, 1, 7], 12),
  ...family('besselIe', besselIScaled, [0, 1, 7], 6),
  ...family('besselI', besselI, [0, 1, 7], 6),
  ...family('besselKe', besselKScaled, [0, 1, 7], 6),
  ...family('besselK', besselK, [0, 1, 7], 6),
  ...family('sphericalBesselJ', besselSpherical, [0, 1, 7], 12),
  ...family('expIntegral', expIntegral, [0, 1, 3], 6),
  ...family('erfcIntegral', erfcIntegral, [1, 3], 12),
  erfcx: [erfcx, 3],
  logNormalCdf: [logNormalCdf, 12],
  normalQuantile: [normalQuantile, 4],
  ...family('gammainc', (a, x) => gammaIncomplete(false, 0, a, x), [0.25, 3.5, 40], 40),
  ...family('gammaincc', (a, x) => gammaIncomplete(true, 0, a, x), [0.25, 3.5, 40], 200),
};

/** Rows are x, the double nearest to f(x) and how much more f(x) is in units of its last place, computed with 45 digits (mpmath). */
type Row = readonly [x: number, nearest: number, rest: number];

describe('special functions against 45 digits', () => {
  test('every function has rows, and every row a function', () => {
    expect(Object.keys(functions).sort()).toEqual(Object.keys(golden).sort());
  });

  test.each(Object.entries(functions))('%s is right to a few units in the last place', (name, [f, ulps]) => {
    for (const [x, nearest, rest] of golden[name as keyof typeof golden] as unknown as Row[]) {
      const unit = Math.max(2 ** (exponent(nearest) - 52), Number.MIN_VALUE);
      expect(Math.abs((f(x) - nearest) / unit - rest), `${name}(${x})`).toBeLessThanOrEqual(ulps);
    }
  });
});

/** x and the third and fourth derivatives of log Φ. */
const LOG_NORMAL = [
  [-1.3, 0.09531926906424507, 0.06513098255327006],
  [-30, 7.309993015784438e-5, 7.245937210980342e-6],
  [2, 0.18439481503247759, -0.1878546856116097],
];

const codeOf = (f: () => unknown): string => {
  try {
    return `value ${JSON.stringify(f())}`;
  } catch (error) {
    return (error as MatgradError).code;
  }
};

describe('special functions where they end', () => {
  test('poles, branch cuts, overflow and orders that are none are refused', () => {
    const refused: (() => unknown)[] = [
      () => special.besselY(0, 0),
      () => special.besselK([1, -1], 1),
      () => special.besselI(1000, 0),
      () => special.besselJ(1, 0.5),
      () => special.besselJ(1, -1),
      () => special.besselIe(1, 151),
      () => special.expIntegral(0, 1),
      () => special.erfcx(-30),
      () => special.normalQuantile(1),
      () => special.normalQuantile(-0.1),
      () => special.logit(0),
      () => special.entr(-1e-300),
      () => grad(special.entr)(0),
      () => special.xlogy(1, 0),
      () => special.xlogy(0, -1),
      () => grad(special.xlogy)(0, 0),
      () => grad(special.xlogy, 1)(0, 0),
      () => special.xlog1py(0, -2),
      () => special.gammainc(0, 1),
      () => special.gammainc(1, -1),
      () => special.gammainc(1e11, 1),
      () => special.gammainc(1, 1, 0.5),
      () => special.gammaDensity(0.5, 0),
      () => grad(special.gammainc, 1)(0.5, 0),
    ];
    for (const f of refused) expect(codeOf(f), String(f)).toBe('DOMAIN');
  });

  test('at the ends there is a value where there is one', () => {
    expect(toNested(special.besselJ([0, 0, -2], 1))).toEqual([0, 0, expect.closeTo(-0.5767248077568734, 14)]);
    expect(toNested(special.gammainc([1, 2], 0))).toEqual([0, 0]);
    expect(toNested(special.gammaincc([1, 1e-300], [1e4, 1]))).toEqual(
      [0, 2.1938393439552e-301].map((x) => expect.closeTo(x, 310)),
    );
    expect(toNested(special.gammaDensity([1, 2], 0))).toEqual([1, 0]);
    expect(toNested(grad(special.gammainc, 1)(2, 0))).toBe(0);
    expect(toNested(special.xlogy([0, 0], [0, 5]))).toEqual([0, 0]);
    expect(toNested(special.logNormalCdf([1e200 / 1e50, 40]))).toEqual(
      [0, 0].map((x) => expect.closeTo(x, 300)),
    );
    expect(toNested(grad(special.logNormalCdf)(40))).toBeCloseTo(0, 300);
    expect((toNested(grad(special.logNormalCdf)(-1e8)) as number) / 1e8).toBeCloseTo(1, 15);
    expect(toNested(grad(grad(special.logNormalCdf))(-1e8))).toBeCloseTo(-1, 15);
    // 40 digits say so.
    for (const [x, third, fourth] of LOG_NORMAL) {
      const twice = grad(grad(special.logNormalCdf));
      expect((toNested(grad(twice)(x)) as number) / third).toBeCloseTo(1, 13);
      expect((toNested(grad(grad(twice))(x)) as number) / fourth).toBeCloseTo(1, 12);
    }
    expect(toNested(grad(special.sinc)(0))).toBe(-0);
    expect(toNested(grad(grad(special.sinc))(0))).toBeCloseTo(-(Math.PI ** 2) / 3, 13);
    expect(toNested(grad(grad((x: ArrayInput) => special.besselI(x, 0)))(0))).toBe(0.5);
    expect(toNested(special.normalQuantile(5e-324)) as number).toBeCloseTo(-38.4674056, 6);
  });

  test('gammainc in its shape: three derivatives agree with differences', () => {
    checkGrads(special.gammainc, [[1.3, 4, 30], [1, 2, 41]]); // biome-ignore format: two rows
    checkGrads((a: ArrayInput) => special.gammaincc(a, 3, 2), [[1.7, 5]]);
  });
});

describe('special functions at the ends', () => {
  test('factorials are exact', () => {
    for (let n = 1, factorial = 1; n <= 18; factorial *= n, n++) expect(gamma(n)).toBe(factorial);
    expect([lgamma(1), lgamma(2)]).toEqual([0, 0]);
  });

  test('what is out of range is infinite or zero, what is a pole no number', () => {
    expect([gamma(172), lgamma(1e306), gamma(-200.5), erfc(30), erfc(-30), erf(30), erf(-30)]).toEqual([
      Infinity, Infinity, 0, 0, 2, 1, -1,
    ]); // biome-ignore format: a list
    for (const x of [0, -1, -2, -100]) {
      for (const f of [gamma, lgamma, digamma, (y: number) => polygamma(1, y)])
        expect(Number.isFinite(f(x)), `${f.name}(${x})`).toBe(false);
    }
    for (const y of [1, -1, 2, -3]) expect(Number.isFinite(erfinv(y))).toBe(false);
    expect(gamma(-170.5) / -3.3127395215386e-308).toBeCloseTo(1, 12);
  });

  test('recurrences and reflections hold left of zero', () => {
    for (const x of [-0.3, -1.7, -2.5, -10.25, -50.5]) {
      expect(gamma(x + 1) / (x * gamma(x))).toBeCloseTo(1, 14);
      expect(lgamma(x + 1) - Math.log(Math.abs(x)) - lgamma(x)).toBeCloseTo(0, 12);
      expect(digamma(x + 1) - 1 / x - digamma(x)).toBeCloseTo(0, 13);
      for (const n of [1, 2, 3]) {
        const term = ((n % 2 ? -1 : 1) * [1, 2, 6][n - 1]) / x ** (n + 1);
        expect((polygamma(n, x + 1) - polygamma(n, x) - term) / (Math.abs(term) + 1)).toBeCloseTo(0, 12);
      }
      expect(erf(erfinv(x / 60))).toBeCloseTo(x / 60, 15);
    }
  });

  test('next to a pole the derivatives are those of -1/d, d the distance from it', () => {
    for (const pole of [0, -1, -2, -7])
      for (const d of [2 ** -30, -(2 ** -30)])
        for (const n of [1, 2, 3, 4]) {
          const leading = ((n % 2 ? 1 : -1) * [1, 2, 6, 24][n - 1]) / d ** (n + 1);
          expect(polygamma(n, pole + d) / leading, `ψ^(${n})(${pole} + ${d})`).toBeCloseTo(1, 14);
        }
  });
});
