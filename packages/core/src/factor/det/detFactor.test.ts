import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import {
  build,
  distance,
  exactCofactors,
  eye,
  norm,
  ofRank,
  random,
  transposed,
} from '../../kernel/fixtures.ts';
import { square } from '../fixtures.ts';
import { lu } from '../lu/lu.ts';
import { determinants } from './determinants.ts';
import { detFactor } from './detFactor.ts';

const U = 2 ** -53;
const factored = (n: number, A: Float64Array) => detFactor(lu(square(n, A), 'test'));

/** Derivative of the cofactors in the direction E, exactly: for integers the differences of a polynomial of degree n-1. */
function exactDerivative(n: number, A: Float64Array, E: Float64Array): Float64Array {
  const at = (t: number) =>
    exactCofactors(
      n,
      A.map((x, p) => x + t * E[p]),
    );
  // Central differences with the weights of the 8th order, exact up to degree 8.
  const weights = [4 / 5, -1 / 5, 4 / 105, -1 / 280];
  const sum = new Float64Array(n * n);
  weights.forEach((w, i) => {
    const [plus, minus] = [at(i + 1), at(-i - 1)];
    for (let p = 0; p < n * n; p++) sum[p] += w * (plus[p] - minus[p]);
  });
  return sum;
}

describe.each([3, 4, 6, 8])('integer matrices of size %i', (n) => {
  const direction = random(n * n, 77).map((x) => Math.round(4 * x));
  test.each([n, n - 1, n - 2, n - 3, 0])(
    'of rank %i have the cofactors that exact arithmetic gives',
    (rank) => {
      for (const seed of [1, 12, 23]) {
        const A = rank === 0 ? new Float64Array(n * n) : ofRank(n, rank, seed);
        const f = factored(n, A);
        const scale = norm(A) ** (n - 1);
        expect(distance(f.cofactor().data, exactCofactors(n, A))).toBeLessThanOrEqual(30 * n * U * scale);
        const dcof = f.spectral([square(n, direction)]).data;
        const bound = 100 * n * U * norm(A) ** (n - 2) * norm(direction);
        const rounding = 1e-11 * norm(direction) ** (n - 1);
        expect(distance(dcof, exactDerivative(n, A, direction))).toBeLessThanOrEqual(bound + rounding);
        if (rank === 0 && n > 2) expect(f.cofactor().data).toEqual(new Float64Array(n * n));
      }
    },
  );
});

test('0×0, 1×1 and 2×2 are exact', () => {
  expect(factored(0, new Float64Array(0)).cofactor()).toEqual({ shape: [0, 0], data: new Float64Array(0) });
  for (const x of [0, 3, -1e-320, 1e300]) {
    const f = factored(1, Float64Array.of(x));
    expect([...f.cofactor().data]).toEqual([1]);
    expect(f.spectral([square(1, Float64Array.of(5))]).data[0]).toBeCloseTo(0, 300);
  }
  const f = factored(2, Float64Array.of(1, 2, 2, 4));
  expect([...f.cofactor().data]).toEqual([4, -2, -2, 1]);
  expect([...f.spectral([square(2, Float64Array.of(5, 6, 7, 8))]).data]).toEqual([8, -7, -6, 5]);
});

test.each([1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15, 0])(
  'with smallest singular value %f the error stays normwise',
  (tiny) => {
    // Q·diag(1, …, 1, tiny)·Qᵀ with a Householder Q has the cofactors Q·diag(tiny, …, tiny, 1)·Qᵀ.
    const n = 9;
    const v = random(n, 6);
    const c = 2 / v.reduce((s, x) => s + x * x, 0);
    const Q = build(n, n, (i, j) => (i === j ? 1 : 0) - c * v[i] * v[j]);
    const spectrum = (d: (k: number) => number) =>
      build(n, n, (i, j) =>
        Array.from({ length: n }, (_, k) => Q[i * n + k] * d(k) * Q[j * n + k]).reduce((s, x) => s + x),
      );
    const cof = factored(
      n,
      spectrum((k) => (k < n - 1 ? 1 : tiny)),
    ).cofactor().data;
    expect(
      distance(
        cof,
        spectrum((k) => (k < n - 1 ? tiny : 1)),
      ),
    ).toBeLessThan(30 * n * U * n);
  },
);

test('the derivative is self-adjoint, as the Hessian of det must be', () => {
  const n = 7;
  const [E, G] = [random(n * n, 2), random(n * n, 3)];
  const inner = (X: Float64Array, Y: Float64Array) => X.reduce((s, x, i) => s + x * Y[i], 0);
  for (const A of [random(n * n), ofRank(n, n - 1), ofRank(n, n - 2)]) {
    const f = factored(n, A);
    const [a, b] = [f.spectral([square(n, E)]).data, f.spectral([square(n, G)]).data];
    expect(Math.abs(inner(a, G) - inner(E, b))).toBeLessThan(1e-12 * (norm(a) * norm(G) + norm(E) * norm(b)));
  }
});

test.each([1e80, 1e-80])(
  'products out of range on the way do not harm results within it, at scale %f',
  (c) => {
    // Degree n-1 in A: rows scaled by c and 1/c in turns, so that the products cancel.
    const n = 4;
    const A = random(n * n, 8);
    const D = [c, 1 / c, c ** 2, c ** -2];
    const scaled = A.map((x, p) => x * D[Math.floor(p / n)]);
    const cof = factored(n, scaled)
      .cofactor()
      .data.map((x, p) => x * D[Math.floor(p / n)]);
    const plain = factored(n, A).cofactor().data;
    expect(distance(cof, plain)).toBeLessThan(1e-12 * norm(plain));
  },
);

test('a determinant that underflows leaves its gradient finite', () => {
  const f = factored(
    3,
    eye(3).map((x) => x * 1e-150),
  );
  for (const [p, x] of f.cofactor().data.entries()) expect(x).toBeCloseTo(p % 4 === 0 ? 1e-300 : 0, 310);
  expect(f.cofactor().data[0]).toBeGreaterThan(0.9e-300);
});

test('stacks mix members of every rank and broadcast with directions', () => {
  const n = 4;
  const members = [random(n * n), ofRank(n, 3), ofRank(n, 2), new Float64Array(n * n)];
  const A = { shape: [4, 1, n, n], data: Float64Array.from(members.flatMap((M) => [...M])) };
  const E = { shape: [2, n, n], data: random(2 * n * n, 5) };
  const f = detFactor(lu(A, 'test'));
  const all = f.spectral([E]);
  expect(all.shape).toEqual([4, 2, n, n]);
  members.forEach((M, i) => {
    const one = factored(n, M);
    const slice = (X: NdArray, at: number) => X.data.slice(at * n * n, (at + 1) * n * n);
    expect(distance(slice(f.cofactor(), i), one.cofactor().data)).toBeLessThanOrEqual(1e-13 * norm(M) ** 3);
    const e = square(n, slice(E, 1));
    const bound = 1e-13 * norm(M) ** 2 * norm(e.data);
    expect(distance(slice(all, 2 * i + 1), one.spectral([e]).data)).toBeLessThanOrEqual(bound);
  });
});

test('cof(Aᵀ) = cof(A)ᵀ and cof(A) = determinants(A)·A⁻ᵀ', () => {
  const n = 20;
  const A = random(n * n, 4);
  const f = lu(square(n, A), 'test');
  const cof = detFactor(f).cofactor().data;
  const bound = 1e-11 * norm(cof);
  expect(distance(cof, transposed(n, n, factored(n, transposed(n, n, A)).cofactor().data))).toBeLessThan(
    bound,
  );
  const det = determinants(f).data[0];
  expect(
    distance(
      cof,
      transposed(n, n, f.inverse().data).map((x) => det * x),
    ),
  ).toBeLessThan(bound);
});
