import { expect } from 'vitest';
import type { NdArray } from '../array.ts';
import { distance, norm, random } from '../kernel/fixtures.ts';

export const square = (n: number, data: Float64Array): NdArray => ({ shape: [n, n], data });
export const of = (rows: number[][]): NdArray => square(rows.length, Float64Array.from(rows.flat()));
export const plus = (A: Float64Array, t: number, E: Float64Array): Float64Array =>
  A.map((x, p) => x + t * E[p]);
export const inner = (X: Float64Array, Y: Float64Array): number => X.reduce((s, x, i) => s + x * Y[i], 0);

/** Random, with spectrum in the right half plane. */
export const positive = (n: number, seed: number): Float64Array =>
  random(n * n, seed).map((x, p) => x + (p % (n + 1) === 0 ? Math.sqrt(n) : 0));

/** (8(f(h) - f(-h)) - f(2h) + f(-2h)) / 12h */
export const fourPoint = (h: number, f: (t: number) => Float64Array): Float64Array => {
  const [a, b, c, d] = [f(h), f(-h), f(2 * h), f(-2 * h)];
  return a.map((x, p) => (8 * (x - b[p]) - c[p] + d[p]) / (12 * h));
};

/** A function of matrices with its derivatives. */
type Factored = (
  A: NdArray,
  op: string,
) => { readonly Y: NdArray; frechet(...directions: NdArray[]): NdArray };

/** Expects derivatives to third order that agree with differences, and do not depend on the order of directions. */
export function expectThirdOrder(factor: Factored): void {
  const A = positive(5, 3);
  const [E, F, G] = [7, 8, 9].map((seed) => square(5, random(25, seed)));
  const f = factor(square(5, A), 'test');
  const moved = (t: number) => factor(square(5, plus(A, t, G.data)), 'test');
  const agree = (L: Float64Array, at: (t: number) => NdArray) => {
    const differences = fourPoint(1e-3, (t) => at(t).data);
    expect(distance(differences, L)).toBeLessThanOrEqual(1e-9 * norm(L));
  };
  agree(f.frechet(G).data, (t) => moved(t).Y);
  agree(f.frechet(E, G).data, (t) => moved(t).frechet(E));
  const L3 = f.frechet(E, F, G).data;
  agree(L3, (t) => moved(t).frechet(E, F));
  expect(distance(f.frechet(G, E, F).data, L3)).toBeLessThanOrEqual(1e-13 * norm(L3));
}
