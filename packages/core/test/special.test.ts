import { describe, expect, test } from 'vitest';
import { exponent } from '../src/kernel/exponent.ts';
import { erf, erfc, erfinv } from '../src/kernel/special/erf.ts';
import { gamma, lgamma } from '../src/kernel/special/gamma.ts';
import { digamma, polygamma } from '../src/kernel/special/polygamma.ts';
import golden from './golden/special.json' with { type: 'json' };

const functions: Record<keyof typeof golden, readonly [f: (x: number) => number, ulps: number]> = {
  erf: [erf, 1],
  erfc: [erfc, 4],
  erfinv: [erfinv, 4],
  gamma: [gamma, 3],
  lgamma: [lgamma, 4],
  digamma: [digamma, 3],
  polygamma1: [(x) => polygamma(1, x), 3],
  polygamma2: [(x) => polygamma(2, x), 3],
  polygamma5: [(x) => polygamma(5, x), 4],
};

/** Rows are x, the double nearest to f(x) and how much more f(x) is in units of its last place, computed with 45 digits (mpmath). */
type Row = readonly [x: number, nearest: number, rest: number];

describe('special functions against 45 digits', () => {
  test.each(Object.entries(functions))('%s is right to a few units in the last place', (name, [f, ulps]) => {
    for (const [x, nearest, rest] of golden[name as keyof typeof golden] as unknown as Row[]) {
      const unit = Math.max(2 ** (exponent(nearest) - 52), Number.MIN_VALUE);
      expect(Math.abs((f(x) - nearest) / unit - rest), `${name}(${x})`).toBeLessThanOrEqual(ulps);
    }
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
});
