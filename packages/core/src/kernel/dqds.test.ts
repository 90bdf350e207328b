import { expect, test } from 'vitest';
import { bidiagQR } from './bidiagQR.ts';
import { dqds } from './dqds.ts';

const EPS = 2 ** -53;
let seed = 1;
const random = () => {
  seed = (seed * 16807) % 2147483647;
  return (seed / 2147483647) * 2 - 1;
};
const entries: Record<string, (i: number, n: number) => number> = {
  random,
  ones: () => 1,
  'ones but for rounding': () => 1 + 1e-10 * random(),
  integers: () => Math.round(3 * random()),
  zeros: () => (random() > 0 ? random() : 0),
  'of two sizes': () => (random() > 0 ? 1 : 1e-8 * random()),
  'ever smaller': (i) => random() * 10 ** -i,
  'ever larger': (i, n) => random() * 10 ** (i - n),
  'of any size': () => random() * 10 ** (20 * random() - 20),
  'near the end of the range': () => random() * 10 ** (300 * random() - 300),
};

/** Both sides scaled so that the largest entry is 1. */
function bidiagonal(n: number, diagonal: string, beside: string): [Float64Array, Float64Array] {
  const d = Float64Array.from({ length: n }, (_, i) => entries[diagonal](i, n));
  const e = Float64Array.from({ length: n }, (_, i) => entries[beside](i, n));
  const max = Math.max(...d.map(Math.abs), ...e.map(Math.abs)) || 1;
  return [d.map((x) => x / max), e.map((x) => x / max)];
}

for (const diagonal of Object.keys(entries)) {
  test(`singular values by qd are those by QR: diagonal ${diagonal}`, () => {
    for (const beside of Object.keys(entries)) {
      for (const n of [1, 2, 3, 3, 3, 4, 4, 5, 8, 16, 40]) {
        const [d, e] = bidiagonal(n, diagonal, beside);
        const [a, b] = [d.slice(), e.slice()];
        expect(dqds(n, d, e, new Float64Array(n), new Float64Array(n))).toBeGreaterThanOrEqual(0);
        bidiagQR(n, a, b, 0, 0, 0);
        d.sort();
        a.sort();
        const most = Math.max(...d.map((x, i) => Math.abs(x - a[i])));
        expect(most).toBeLessThanOrEqual((20 + 2 * n) * EPS * a[n - 1]);
      }
    }
  });
}

test('singular values that are almost the same are told apart', () => {
  const a = 0.000011471028176247335;
  const [d, e] = [
    Float64Array.of(a, a, a, a),
    Float64Array.of(-1.2632625868818243e-19, 1.162608846809441e-20, 4.2121437070633535e-20, 0),
  ];
  expect(dqds(4, d, e, new Float64Array(4), new Float64Array(4))).toBeGreaterThan(0);
  // By half of what stands beside the diagonal at the most.
  for (const x of d) expect(Math.abs(x - a)).toBeLessThanOrEqual(1.3e-19 / 2 + 4 * EPS * a);
});

test('nothing has no singular values', () => {
  const none = new Float64Array(0);
  expect(dqds(0, none, none, none, none)).toBe(0);
});
