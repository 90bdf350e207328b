import { describe, expect, test } from 'vitest';
import { polar } from '../factor/polar/polar.ts';
import { definite, distance, eye, product, random, transposed } from '../kernel/fixtures.ts';
import * as kernel from '../kernel.ts';
import {
  A_OFF,
  B_OFF,
  COUNT,
  laid,
  limit,
  members,
  OUT_OFF,
  part,
  shifted,
  sizes,
  untouched,
} from './fixtures.ts';

const room = (off: number, size: number) => laid(off, new Float64Array(COUNT * size));

/** Whether members of size m×n came back, and nothing else was written. */
function expectBack(order: number, size: number, back: Float64Array, As: readonly Float64Array[]): void {
  As.forEach((a, i) => {
    const error = distance(part(back, OUT_OFF, size, i), a);
    expect(error).toBeLessThanOrEqual(limit(order, a, eye(order)));
  });
  expect(untouched(back, OUT_OFF, COUNT * size)).toBe(true);
}

describe.each(sizes)('what was factored comes back: stacks of size %i, with offsets', (n) => {
  const size = n * n;
  const symmetric = members((seed) => {
    const a = shifted(n, seed + 4);
    return a.map((x, p) => x + a[(p % n) * n + Math.floor(p / n)] - (p % (n + 1) === 0 ? 2 : 0));
  });

  test('choleskyReconstruct', () => {
    const As = members((seed) => definite(n, seed));
    const L = room(B_OFF, size);
    expect(kernel.cholesky(n, laid(A_OFF, ...As), L, COUNT, A_OFF, B_OFF)).toBe(-1);
    const back = room(OUT_OFF, size);
    kernel.choleskyReconstruct(n, L, back, COUNT, B_OFF, OUT_OFF);
    expectBack(n, size, back, As);
  });

  test('luReconstruct', () => {
    const As = members((seed) => random(size, seed));
    const F = room(B_OFF, size);
    const piv = new Int32Array(COUNT * n + 1);
    expect(kernel.lu(n, laid(A_OFF, ...As), F, piv, COUNT, A_OFF, B_OFF, 1)).toBe(-1);
    const back = room(OUT_OFF, size);
    kernel.luReconstruct(n, F, piv, back, COUNT, B_OFF, 1, OUT_OFF);
    expectBack(n, size, back, As);
  });

  test('ldlReconstruct', () => {
    const L = room(B_OFF, size);
    const D = room(1, 2 * n);
    const perm = new Int32Array(COUNT * n + 2);
    expect(kernel.ldl(n, laid(A_OFF, ...symmetric), L, D, perm, COUNT, A_OFF, B_OFF, 1, 2)).toBe(-1);
    const back = room(OUT_OFF, size);
    kernel.ldlReconstruct(n, L, D, perm, back, COUNT, B_OFF, 1, 2, OUT_OFF);
    expectBack(n, size, back, symmetric);
  });

  test('eighReconstruct', () => {
    const V = room(B_OFF, size);
    const w = room(1, n);
    expect(kernel.eigh(n, laid(A_OFF, ...symmetric), w, V, COUNT, A_OFF, 1, B_OFF)).toBe(-1);
    const back = room(OUT_OFF, size);
    kernel.eighReconstruct(n, w, V, back, COUNT, 1, B_OFF, OUT_OFF);
    expectBack(n, size, back, symmetric);
  });

  test.each([
    ['hessenberg', kernel.hessenberg, kernel.hessenbergReconstruct],
    ['schur', kernel.schur, kernel.schurReconstruct],
  ] as const)('%sReconstruct', (_, factor, reconstruct) => {
    const As = members((seed) => random(size, seed));
    const [T, Q] = [room(B_OFF, size), room(1, size)];
    expect(factor(n, laid(A_OFF, ...As), T, Q, COUNT, A_OFF, B_OFF, 1)).toBe(-1);
    const back = room(OUT_OFF, size);
    reconstruct(n, T, Q, back, COUNT, B_OFF, 1, OUT_OFF);
    expectBack(n, size, back, As);
    // In place, below the band is nothing.
    const A = laid(A_OFF, ...As);
    factor(n, A, A, Q, COUNT, A_OFF, A_OFF, 1);
    As.forEach((_, i) => {
      expect(part(A, A_OFF, size, i)).toEqual(part(T, B_OFF, size, i));
      const below = part(T, B_OFF, size, i).filter((_, p) => p % n < Math.floor(p / n) - 1);
      expect(below.every((x) => x === 0)).toBe(true);
    });
  });

  test.each([
    [n, n],
    [n + 3, n],
    [n, n + 2],
  ])('qrReconstruct and svdReconstruct, %i×%i', (m, c) => {
    const k = Math.min(m, c);
    const As = members((seed) => random(m * c, seed + 20));
    const A = laid(A_OFF, ...As);
    const [Q, R] = [room(B_OFF, m * k), room(1, k * c)];
    expect(kernel.qr(m, c, A, Q, R, COUNT, A_OFF, B_OFF, 1)).toBe(-1);
    const back = room(OUT_OFF, m * c);
    kernel.qrReconstruct(m, c, Q, R, back, COUNT, B_OFF, 1, OUT_OFF);
    expectBack(m + c, m * c, back, As);

    const [whole, below] = [room(2, m * m), room(1, m * c)];
    expect(kernel.qrComplete(m, c, A, whole, below, COUNT, A_OFF, 2, 1)).toBe(-1);
    back.fill(0, OUT_OFF, OUT_OFF + COUNT * m * c);
    kernel.qrCompleteReconstruct(m, c, whole, below, back, COUNT, 2, 1, OUT_OFF);
    expectBack(m + c, m * c, back, As);
    expect(untouched(whole, 2, COUNT * m * m) && untouched(below, 1, COUNT * m * c)).toBe(true);
    As.forEach((_, i) => {
      const q = part(whole, 2, m * m, i);
      expect(distance(product(m, m, m, q, transposed(m, m, q)), eye(m))).toBeLessThanOrEqual(
        limit(m, eye(m), eye(1)),
      );
      const r = part(below, 1, m * c, i);
      expect(r.subarray(0, k * c)).toEqual(part(R, 1, k * c, i));
      expect(r.subarray(k * c).every((x) => x === 0)).toBe(true);
    });

    const perm = new Int32Array(COUNT * c + 1);
    expect(kernel.qrPivoted(m, c, A, Q, R, perm, COUNT, A_OFF, B_OFF, 1, 1)).toBe(-1);
    back.fill(0, OUT_OFF, OUT_OFF + COUNT * m * c);
    kernel.qrPivotedReconstruct(m, c, Q, R, perm, back, COUNT, B_OFF, 1, 1, OUT_OFF);
    expectBack(m + c, m * c, back, As);
    const diagonal = part(R, 1, k * c, 1).filter((_, p) => p % (c + 1) === 0);
    expect(diagonal.toSorted().reverse()).toEqual(diagonal);

    const [U, s, V] = [room(B_OFF, m * k), room(1, k), room(2, c * k)];
    expect(kernel.svd(m, c, A, U, s, V, COUNT, A_OFF, B_OFF, 1, 2)).toBe(-1);
    back.fill(0, OUT_OFF, OUT_OFF + COUNT * m * c);
    kernel.svdReconstruct(m, c, U, s, V, back, COUNT, B_OFF, 1, 2, OUT_OFF);
    expectBack(m + c, m * c, back, As);

    const [W, P] = [room(B_OFF, m * c), room(1, k * k)];
    expect(kernel.polar(m, c, A, W, P, COUNT, A_OFF, B_OFF, 1)).toBe(-1);
    back.fill(0, OUT_OFF, OUT_OFF + COUNT * m * c);
    kernel.polarReconstruct(m, c, W, P, back, COUNT, B_OFF, 1, OUT_OFF);
    expectBack(m + c, m * c, back, As);
    expect(untouched(W, B_OFF, COUNT * m * c) && untouched(P, 1, COUNT * k * k)).toBe(true);
    As.forEach((a, i) => {
      const f = polar({ shape: [m, c], data: a }, 'polar');
      expect([part(W, B_OFF, m * c, i), part(P, 1, k * k, i)]).toEqual([f.U.data, f.P.data]);
    });
    const own = A.slice();
    kernel.polar(m, c, own, own, P, COUNT, A_OFF, A_OFF, 1);
    expect(part(own, A_OFF, COUNT * m * c, 0)).toEqual(part(W, B_OFF, COUNT * m * c, 0));
  });
});

test('of a member that failed, nothing comes back but NaN', () => {
  const A = Float64Array.of(1, 2, 2, 1, 4, 2, 2, 5);
  const L = new Float64Array(8);
  expect(kernel.cholesky(2, A, L, 2)).toBe(0);
  const back = new Float64Array(8);
  kernel.choleskyReconstruct(2, L, back, 2);
  expect(Array.from(back)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 4, 2, 2, 5]);
});

test('what is not finite leaves NaN in all factors of it, and of no other member', () => {
  const A = Float64Array.of(1, 2, 3, 4, 1, Number.POSITIVE_INFINITY, 3, 4, 4, 3, 2, 1);
  const which = (X: Float64Array) => X.map((x) => (Number.isNaN(x) ? 1 : 0)).join('');
  const [X, Q, perm] = [new Float64Array(12), new Float64Array(12), new Int32Array(6)];
  for (const factor of [
    () => kernel.hessenberg(2, A, X, Q, 3),
    () => kernel.schur(2, A, X, Q, 3),
    () => kernel.qrComplete(2, 2, A, Q, X, 3),
    () => kernel.qrPivoted(2, 2, A, Q, X, perm, 3),
    () => kernel.polar(2, 2, A, Q, X, 3),
    () => kernel.cod(2, 2, A, Q, X, Q, perm, 3),
    () => kernel.cod(2, 2, A, X, Q, X, perm, 3),
  ]) {
    expect(factor()).toBe(1);
    expect([which(X), which(Q)]).toEqual(['000011110000', '000011110000']);
  }
  // Columns far from 1 are scaled, and R is scaled back.
  const far = Float64Array.of(1e-200, 0, 0, 1e200);
  expect(kernel.qrPivoted(2, 2, far, Q, X, perm)).toBe(-1);
  expect(Array.from(X.subarray(0, 4))).toEqual([1e200, 0, 0, 1e-200]);
  expect(Array.from(perm.subarray(0, 2))).toEqual([1, 0]);
});
