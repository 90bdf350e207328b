import { expect, test } from 'vitest';
import { padeExp, padeExpErrorLog2 } from './padeExp.ts';
import { padeLog } from './padeLog.ts';

test('the numerators of exp are those of Higham 2005, over b₀', () => {
  const b7 = [17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1];
  padeExp(7).forEach((b, j) => {
    expect(b / (b7[j] / b7[0])).toBeCloseTo(1, 15);
  });
  expect(padeExp(13)[13] * 64764752532480000).toBeCloseTo(1, 14);
});

test.each([
  [3, 100800],
  [5, 10059033600],
  [7, 4487938430976000],
  [13, 1.1325077560602111e35],
])('the backward error of the [%i/%i] approximant starts with 1/c', (m, c) => {
  expect(2 ** padeExpErrorLog2(m) * c).toBeCloseTo(1, 12);
});

test.each([1, 2, 3, 4, 5, 6, 7])(
  'quadrature with %i nodes is exact for polynomials of twice the degree, less one',
  (m) => {
    const { nodes, weights } = padeLog(m);
    for (let k = 0; k < 2 * m; k++) {
      const sum = nodes.reduce((s, t, i) => s + weights[i] * t ** k, 0);
      expect(Math.abs(sum - 1 / (k + 1))).toBeLessThan(1e-15);
    }
  },
);
