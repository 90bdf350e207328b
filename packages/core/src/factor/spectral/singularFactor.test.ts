import { expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { mul, t } from '../../interpret/float64/products.ts';
import { smooth } from './differences.ts';
import { singularFactor } from './singularFactor.ts';
import { identity, multiply } from './tables.ts';

// x³ is odd, and A·Aᵀ·A has derivatives that need no decomposition.
const cube = (A: NdArray) =>
  singularFactor(A, 'cube', ({ values }) =>
    smooth(values, (x) => multiply(x.length, [identity(x), identity(x), identity(x)])),
  );

const shapes: readonly (readonly [number, number])[] = [
  [1, 1],
  [3, 3],
  [5, 2],
  [2, 5],
  [4, 1],
];
const of = ([m, n]: readonly [number, number], entry: (i: number, j: number) => number): NdArray => ({
  shape: [m, n],
  data: Float64Array.from({ length: m * n }, (_, p) => entry(Math.floor(p / n), p % n)),
});
const spectra: Record<string, (i: number, j: number) => number> = {
  generic: (i, j) => Math.sin(3 * i + 7 * j + 1),
  'of repeated singular values': (i, j) => (i === j ? 2 : 0),
  'of rank 1': (i, j) => (i + 1) * (j - 2),
  zero: () => 0,
};

for (const [name, entry] of Object.entries(spectra)) {
  test.each(shapes)(`derivatives of A·Aᵀ·A are right at a ${name} matrix, %i×%i`, (m, n) => {
    const A = of([m, n], entry);
    const E = of([m, n], (i, j) => Math.cos(2 * i - 5 * j));
    const G = of([m, n], (i, j) => Math.cos(i + 4 * j + 2));
    const f = cube(A);
    const sum = (...parts: NdArray[]) =>
      parts[0].data.map((_, p) => parts.reduce((total, { data }) => total + data[p], 0));
    const triple = (X: NdArray, Y: NdArray, Z: NdArray) => mul(mul(X, t(Y)), Z);
    const close = (actual: NdArray, expected: Float64Array) => {
      // 16·(m+n)·ε·‖A‖ ‖E‖ ‖G‖, with entries of at most 8.
      const bound = 16 * (m + n) * 2 ** -52 * 8 ** 3;
      expected.forEach((x, p) => {
        expect(Math.abs(actual.data[p] - x)).toBeLessThan(bound);
      });
    };
    close(f.spectral([]), triple(A, A, A).data);
    close(f.spectral([E]), sum(triple(E, A, A), triple(A, E, A), triple(A, A, E)));
    close(
      f.spectral([E, G]),
      sum(
        triple(E, G, A),
        triple(G, E, A),
        triple(E, A, G),
        triple(G, A, E),
        triple(A, E, G),
        triple(A, G, E),
      ),
    );
  });
}
