import { describe, expect, test } from 'vitest';
import {
  definite,
  distance,
  exactCofactors,
  eye,
  norm,
  ofRank,
  product,
  random,
  transposed,
} from '../kernel/fixtures.ts';
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
  U,
  untouched,
} from './fixtures.ts';

describe.each(sizes)('stacks of size %i, with offsets', (n) => {
  const As = members((seed) => shifted(n, seed));
  const A = laid(A_OFF, ...As);
  const before = A.slice();

  test('matmul', () => {
    const Bs = members((seed) => random(n * 3, seed));
    const Y = laid(OUT_OFF, new Float64Array(COUNT * n * 3));
    kernel.matmul(n, n, 3, A, laid(B_OFF, ...Bs), Y, COUNT, A_OFF, B_OFF, OUT_OFF);
    As.forEach((a, i) => {
      const y = part(Y, OUT_OFF, 3 * n, i);
      expect(distance(y, product(n, 3, n, a, Bs[i]))).toBeLessThanOrEqual(limit(n, a, Bs[i]));
    });
    const S = laid(OUT_OFF, new Float64Array(COUNT * n * n));
    kernel.matmul(n, n, n, A, A, S, COUNT, A_OFF, A_OFF, OUT_OFF);
    As.forEach((a, i) => {
      expect(distance(part(S, OUT_OFF, n * n, i), product(n, n, n, a, a))).toBeLessThanOrEqual(
        limit(n, a, a),
      );
    });
    expect(untouched(S, OUT_OFF, COUNT * n * n)).toBe(true);
  });

  test('inverse', () => {
    const X = laid(OUT_OFF, new Float64Array(COUNT * n * n));
    expect(kernel.inverse(n, A, X, COUNT, A_OFF, OUT_OFF)).toBe(-1);
    As.forEach((a, i) => {
      const x = part(X, OUT_OFF, n * n, i);
      expect(distance(product(n, n, n, a, x), eye(n))).toBeLessThanOrEqual(limit(n, a, x));
      const alone = new Float64Array(n * n);
      expect(kernel.inverse(n, a, alone, 1, 0, 0, kernel.createWorkspace())).toBe(-1);
      expect(alone).toEqual(x);
    });
    expect(untouched(X, OUT_OFF, COUNT * n * n)).toBe(true);
  });

  test('solve, lu and luSolve', () => {
    const Bs = members((seed) => random(n * 2, seed + 50));
    const B = laid(B_OFF, ...Bs);
    const X = laid(OUT_OFF, new Float64Array(COUNT * n * 2));
    expect(kernel.solve(n, 2, A, B, X, COUNT, A_OFF, B_OFF, OUT_OFF)).toBe(-1);
    const F = laid(1, new Float64Array(COUNT * n * n));
    const piv = new Int32Array(2 + COUNT * n);
    expect(kernel.lu(n, A, F, piv, COUNT, A_OFF, 1, 2)).toBe(-1);
    expect(kernel.luSolve(n, 2, F, piv, B, B, COUNT, 1, 2, B_OFF, B_OFF)).toBe(-1);
    As.forEach((a, i) => {
      const x = part(X, OUT_OFF, 2 * n, i);
      expect(distance(product(n, 2, n, a, x), Bs[i])).toBeLessThanOrEqual(limit(n, a, x));
      const y = part(B, B_OFF, 2 * n, i);
      expect(distance(product(n, 2, n, a, y), Bs[i])).toBeLessThanOrEqual(limit(n, a, y));
    });
    expect(untouched(X, OUT_OFF, COUNT * n * 2)).toBe(true);
  });

  test('det', () => {
    const F = new Float64Array(n * n);
    const piv = new Int32Array(n);
    const y = laid(OUT_OFF, new Float64Array(COUNT));
    kernel.det(n, A, y, COUNT, A_OFF, OUT_OFF);
    As.forEach((a, i) => {
      kernel.lu(n, a, F, piv);
      let d = 1;
      for (let j = 0; j < n; j++) d *= F[j * (n + 1)] * (piv[j] === j ? 1 : -1);
      expect(Math.abs(y[OUT_OFF + i] / d - 1)).toBeLessThan(30 * (n + 1) * U);
    });
    expect(untouched(y, OUT_OFF, COUNT)).toBe(true);
  });

  test('cholesky and choleskySolve', () => {
    const Ss = members((seed) => definite(n, seed));
    const S = laid(A_OFF, ...Ss.map((s) => s.map((x, p) => (p % n > Math.floor(p / n) ? Number.NaN : x))));
    const L = laid(OUT_OFF, new Float64Array(COUNT * n * n));
    expect(kernel.cholesky(n, S, L, COUNT, A_OFF, OUT_OFF)).toBe(-1);
    const Bs = members((seed) => random(n * 2, seed + 70));
    const B = laid(B_OFF, ...Bs);
    kernel.choleskySolve(n, 2, L, B, B, COUNT, OUT_OFF, B_OFF, B_OFF);
    Ss.forEach((s, i) => {
      const l = part(L, OUT_OFF, n * n, i);
      expect(l.every((x, p) => p % n <= Math.floor(p / n) || x === 0)).toBe(true);
      expect(distance(product(n, n, n, l, transposed(n, n, l)), s)).toBeLessThanOrEqual(limit(n, l, l));
      const x = part(B, B_OFF, 2 * n, i);
      expect(distance(product(n, 2, n, s, x), Bs[i])).toBeLessThanOrEqual(limit(n, s, x));
    });
    expect(kernel.cholesky(n, S, S, COUNT, A_OFF, A_OFF)).toBe(-1);
    expect(part(S, A_OFF, COUNT * n * n, 0)).toEqual(part(L, OUT_OFF, COUNT * n * n, 0));
  });

  test('A is as it was', () => {
    expect(A).toEqual(before);
  });
});

describe.each([2, 3, 4, 5, 8, 16, 40])('of size %i, a member that fails', (n) => {
  const good = shifted(n, 3);
  const singular = good.map((x, p) => (p < n ? 2 * good[p + n] : x));
  const nearly = Float64Array.from({ length: n * n }, (_, p) => 0.1 * (Math.floor(p / n) * n + (p % n) + 1));
  const bad: readonly (readonly [string, Float64Array])[] = [
    ['is singular', singular],
    ['is zero', new Float64Array(n * n)],
    ['is singular but for rounding', n === 2 ? Float64Array.of(0.1, 0.3, 0.3, 0.9) : nearly],
    ['holds NaN', good.map((x, p) => (p === n * n - 2 ? Number.NaN : x))],
    ['holds Infinity', good.map((x, p) => (p === n * (n - 1) ? Number.POSITIVE_INFINITY : x))],
    ['has an infinite diagonal', good.map((x, p) => (p === 0 ? Number.POSITIVE_INFINITY : x))],
  ];
  test.each(bad)('because it %s is named and NaN, and no other', (why, X) => {
    const size = n * n;
    const A = laid(0, good, X, good);
    const alone = new Float64Array(size);
    kernel.inverse(n, good, alone);
    const Y = new Float64Array(3 * size);
    expect(kernel.inverse(n, A, Y, 3)).toBe(1);
    expect(Y.every((y, p) => (p >= size && p < 2 * size ? Number.isNaN(y) : y === alone[p % size]))).toBe(
      true,
    );
    const x = random(3 * n, 5);
    expect(kernel.solve(n, 1, A, x, x, 3)).toBe(1);
    expect(x.map((v) => (Number.isNaN(v) ? 1 : 0)).join('')).toBe(
      `${'0'.repeat(n)}${'1'.repeat(n)}${'0'.repeat(n)}`,
    );
    if (why.startsWith('is singular')) return;
    const S = laid(0, eye(n), X, eye(n));
    expect(kernel.cholesky(n, S, Y, 3)).toBe(1);
    expect(Y.every((y, p) => Number.isNaN(y) === (p >= size && p < 2 * size))).toBe(true);
  });

  test('a zero pivot is reported by lu and luSolve', () => {
    const F = new Float64Array(3 * n * n);
    const piv = new Int32Array(3 * n);
    expect(kernel.lu(n, laid(0, good, new Float64Array(n * n), good), F, piv, 3)).toBe(1);
    const x = random(3 * n, 5);
    expect(kernel.luSolve(n, 1, F, piv, x, x, 3)).toBe(1);
    expect(x.every((v, p) => Number.isNaN(v) === (p >= n && p < 2 * n))).toBe(true);
  });
});

test('badly scaled matrices, and pivots that grow, lose nothing', () => {
  const n = 6;
  const A = shifted(n, 2);
  const X = new Float64Array(n * n);
  kernel.inverse(n, A, X);
  for (const c of [1e-300, 1e300]) {
    const Y = new Float64Array(n * n);
    expect(
      kernel.inverse(
        n,
        A.map((x) => x * c),
        Y,
      ),
    ).toBe(-1);
    expect(
      distance(
        Y.map((y) => y * c),
        X,
      ),
    ).toBeLessThan(60 * n * U * norm(A) * norm(X) * norm(X));
  }
});

describe.each([2, 3, 4, 5, 7])('the inverse of size %i has the digits that the matrix determines', (n) => {
  test.each([1, 2, 3, 4])('near rank %i, against exact cofactors', (rank) => {
    let checked = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const step = 2 ** (seed % 6);
      // Minors of at most 7 rows of these integers are below 2^53.
      const A = ofRank(n, Math.min(rank, n), seed).map(
        (x, p) => 4 * x + Math.round(step * Math.sin(p * seed)) / 8,
      );
      const whole = A.map((x) => 8 * x);
      const C = exactCofactors(n, whole);
      let det = 0;
      for (let j = 0; j < n; j++) det += whole[j] * C[j];
      if (Math.abs(det) < 1 || C.some((c) => Math.abs(c) > 2 ** 53)) continue;
      const E = transposed(n, n, C).map((c) => (8 * c) / det);
      const X = new Float64Array(n * n);
      if (kernel.inverse(n, A, X) >= 0) continue;
      checked++;
      expect(distance(X, E)).toBeLessThan(30 * U * norm(E) * (1 + (norm(E) * norm(A)) / n));
    }
    expect(checked).toBeGreaterThan(20);
  });
});
