import { describe, expect, test } from 'vitest';
import { distance, eye, norm, product, random, transposed } from '../kernel/fixtures.ts';
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
  test.each([n, n + 3])('qr and qrSolve, with %i rows', (m) => {
    const Ts = members((seed) => random(m * n, seed + 20));
    const T = laid(A_OFF, ...Ts);
    const Q = laid(OUT_OFF, new Float64Array(COUNT * m * n));
    const R = laid(1, new Float64Array(COUNT * n * n));
    expect(kernel.qr(m, n, T, Q, R, COUNT, A_OFF, OUT_OFF, 1)).toBe(-1);
    const Bs = members((seed) => random(m * 2, seed + 30));
    const X = laid(2, new Float64Array(COUNT * n * 2));
    expect(kernel.qrSolve(m, n, 2, Q, R, laid(B_OFF, ...Bs), X, COUNT, OUT_OFF, 1, B_OFF, 2)).toBe(-1);
    Ts.forEach((t, i) => {
      const q = part(Q, OUT_OFF, m * n, i);
      const r = part(R, 1, n * n, i);
      expect(r.every((x, p) => (p % n < Math.floor(p / n) ? x === 0 : p % (n + 1) !== 0 || x >= 0))).toBe(
        true,
      );
      expect(distance(product(m, n, n, q, r), t)).toBeLessThanOrEqual(limit(n, t, eye(n)));
      expect(distance(product(n, n, m, transposed(m, n, q), q), eye(n))).toBeLessThanOrEqual(
        30 * (n + 1) * U * n,
      );
      // The residual is orthogonal to the columns of A.
      const x = part(X, 2, 2 * n, i);
      const rest = product(m, 2, n, t, x).map((y, p) => y - Bs[i][p]);
      expect(norm(product(n, 2, m, transposed(m, n, t), rest))).toBeLessThanOrEqual(
        30 * (m + 1) * U * norm(t) * (norm(t) * norm(x) + norm(Bs[i])),
      );
    });
    expect(untouched(Q, OUT_OFF, COUNT * m * n)).toBe(true);
  });

  test('qr of wide matrices', () => {
    const m = Math.ceil(n / 2);
    const T = random(m * n, 3);
    const Q = new Float64Array(m * m);
    const R = new Float64Array(m * n);
    expect(kernel.qr(m, n, T, Q, R, 1, 0, 0, 0, kernel.createWorkspace())).toBe(-1);
    expect(distance(product(m, n, m, Q, R), T)).toBeLessThanOrEqual(limit(n, T, eye(n)));
  });

  test.each([
    [n, n],
    [n + 3, n],
    [n, n + 2],
  ])('svd and svdvals, %i×%i', (m, n) => {
    const k = Math.min(m, n);
    const Ts = members((seed) => random(m * n, seed + 40));
    const T = laid(A_OFF, ...Ts);
    const [U_, s, V] = [m * k, k, n * k].map((size) => laid(OUT_OFF, new Float64Array(COUNT * size)));
    expect(kernel.svd(m, n, T, U_, s, V, COUNT, A_OFF, OUT_OFF, OUT_OFF, OUT_OFF)).toBe(-1);
    const only = laid(1, new Float64Array(COUNT * k));
    expect(kernel.svdvals(m, n, T, only, COUNT, A_OFF, 1)).toBe(-1);
    Ts.forEach((t, i) => {
      const [u, w, v] = [part(U_, OUT_OFF, m * k, i), part(s, OUT_OFF, k, i), part(V, OUT_OFF, n * k, i)];
      const us = u.map((x, p) => x * w[p % k]);
      expect(distance(product(m, n, k, us, transposed(n, k, v)), t)).toBeLessThanOrEqual(
        limit(m + n, t, eye(1)),
      );
      for (const [rows, X] of [
        [m, u],
        [n, v],
      ] as const) {
        const gram = product(k, k, rows, transposed(rows, k, X), X);
        expect(distance(gram, eye(k))).toBeLessThanOrEqual(30 * (m + n) * U);
      }
      expect(distance(part(only, 1, k, i), w)).toBeLessThanOrEqual(limit(m + n, t, eye(1)));
    });
    for (const X of [s, V]) expect(untouched(X, OUT_OFF, X.length - OUT_OFF - 4)).toBe(true);
  });

  test('eigh and eigvalsh', () => {
    const Ss = members((seed) => {
      const a = random(n * n, seed + 60);
      return a.map((x, p) => x + a[(p % n) * n + Math.floor(p / n)]);
    });
    const S = laid(A_OFF, ...Ss.map((s) => s.map((x, p) => (p % n > Math.floor(p / n) ? Number.NaN : x))));
    const w = laid(1, new Float64Array(COUNT * n));
    const V = laid(OUT_OFF, new Float64Array(COUNT * n * n));
    expect(kernel.eigh(n, S, w, V, COUNT, A_OFF, 1, OUT_OFF)).toBe(-1);
    const only = laid(2, new Float64Array(COUNT * n));
    expect(kernel.eigvalsh(n, S, only, COUNT, A_OFF, 2)).toBe(-1);
    Ss.forEach((s, i) => {
      const v = part(V, OUT_OFF, n * n, i);
      const values = part(w, 1, n, i);
      const scaled = v.map((x, p) => x * values[p % n]);
      expect(distance(product(n, n, n, scaled, transposed(n, n, v)), s)).toBeLessThanOrEqual(
        limit(n, s, eye(n)),
      );
      expect(distance(product(n, n, n, transposed(n, n, v), v), eye(n))).toBeLessThanOrEqual(
        30 * (n + 1) * n * U,
      );
      expect(distance(part(only, 2, n, i), values)).toBeLessThanOrEqual(limit(n, s, eye(n)));
      expect(values.toSorted()).toEqual(values);
    });
    expect(untouched(w, 1, COUNT * n)).toBe(true);
  });

  test('ldl and ldlSolve', () => {
    const Ss = members((seed) => {
      const a = shifted(n, seed + 4);
      return a.map((x, p) => x + a[(p % n) * n + Math.floor(p / n)] - (p % (n + 1) === 0 ? 2 : 0));
    });
    const S = laid(A_OFF, ...Ss.map((s) => s.map((x, p) => (p % n > Math.floor(p / n) ? Number.NaN : x))));
    const L = laid(OUT_OFF, new Float64Array(COUNT * n * n));
    const D = laid(1, new Float64Array(COUNT * 2 * n));
    const perm = new Int32Array(COUNT * n + 2);
    expect(kernel.ldl(n, S, L, D, perm, COUNT, A_OFF, OUT_OFF, 1, 2)).toBe(-1);
    const Bs = members((seed) => random(n * 2, seed + 70));
    const B = laid(B_OFF, ...Bs);
    expect(kernel.ldlSolve(n, 2, L, D, perm, B, B, COUNT, OUT_OFF, 1, 2, B_OFF, B_OFF)).toBe(-1);
    Ss.forEach((s, i) => {
      const l = part(L, OUT_OFF, n * n, i);
      const d = part(D, 1, 2 * n, i);
      const M = eye(n).map((x, p) => x * d[p % n]);
      for (let j = 0; j + 1 < n; j++) M[j * n + j + 1] = M[(j + 1) * n + j] = d[n + j];
      const LDL = product(n, n, n, product(n, n, n, l, M), transposed(n, n, l));
      const order = perm.slice(2 + i * n, 2 + (i + 1) * n);
      const permuted = s.map((_, p) => s[order[Math.floor(p / n)] * n + order[p % n]]);
      expect(distance(LDL, permuted)).toBeLessThanOrEqual(30 * limit(n, s, eye(n)));
      const x = part(B, B_OFF, 2 * n, i);
      expect(distance(product(n, 2, n, s, x), Bs[i])).toBeLessThanOrEqual(30 * limit(n, s, x));
    });
    expect(untouched(L, OUT_OFF, COUNT * n * n)).toBe(true);
    // Scaled by powers of two, a matrix has the same L.
    const big = new Float64Array(n * n);
    const other = new Float64Array(2 * n);
    kernel.ldl(
      n,
      Ss[0].map((x) => x * 2 ** 600),
      big,
      other,
      perm,
    );
    expect(big).toEqual(part(L, OUT_OFF, n * n, 0));
    expect(other.map((x) => x * 2 ** -600)).toEqual(part(D, 1, 2 * n, 0));
  });
});

test.each([2, 3, 4, 5, 8, 16, 40])(
  'of size %i, what is not finite leaves NaN in qr and ldl, and no other member',
  (n) => {
    const good = shifted(n, 3);
    const size = n * n;
    const whole = laid(
      0,
      good,
      good.map((x, p) => (p === size - 1 ? Number.POSITIVE_INFINITY : x)),
      good,
    );
    const [Q, R] = [new Float64Array(3 * size), new Float64Array(3 * size)];
    expect(kernel.qr(n, n, whole, Q, R, 3)).toBe(1);
    for (const X of [Q, R])
      expect(X.every((x, p) => Number.isNaN(x) === (p >= size && p < 2 * size))).toBe(true);
    const s = new Float64Array(3 * n);
    expect(kernel.svd(n, n, whole, Q, s, R, 3)).toBe(1);
    for (const X of [Q, R])
      expect(X.every((x, p) => Number.isNaN(x) === (p >= size && p < 2 * size))).toBe(true);
    const of = (x: Float64Array) => x.map((y) => (Number.isNaN(y) ? 1 : 0)).join('');
    expect(of(s)).toBe(`${'0'.repeat(n)}${'1'.repeat(n)}${'0'.repeat(n)}`);
    expect(kernel.svdvals(n, n, whole, s, 3)).toBe(1);
    expect(of(s)).toBe(`${'0'.repeat(n)}${'1'.repeat(n)}${'0'.repeat(n)}`);
    expect(kernel.eigh(n, whole, s, R, 3)).toBe(1);
    expect(of(s)).toBe(`${'0'.repeat(n)}${'1'.repeat(n)}${'0'.repeat(n)}`);
    expect(R.every((x, p) => Number.isNaN(x) === (p >= size && p < 2 * size))).toBe(true);
    expect(kernel.eigvalsh(n, whole, s, 3)).toBe(1);
    const D = new Float64Array(6 * n);
    const perm = new Int32Array(3 * n);
    expect(kernel.ldl(n, whole, Q, D, perm, 3)).toBe(1);
    expect(Q.every((x, p) => Number.isNaN(x) === (p >= size && p < 2 * size))).toBe(true);
    const x = random(3 * n, 5);
    expect(kernel.ldlSolve(n, 1, Q, D, perm, x, x, 3)).toBe(1);
    expect(x.every((v, p) => Number.isNaN(v) === (p >= n && p < 2 * n))).toBe(true);
    expect(kernel.ldl(n, new Float64Array(size), Q, D, perm)).toBe(0);
    kernel.qr(n, n, new Float64Array(size), Q, R);
    expect(kernel.qrSolve(n, n, 1, Q, R, x, x.slice())).toBe(0);
  },
);
