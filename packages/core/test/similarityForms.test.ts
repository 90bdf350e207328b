import { describe, expect, test } from 'vitest';
import { add, diagPart, eye, matmul, type NdArray, scale, sub, toNested, transpose } from '../src/index.ts';
import { hessenberg, schur } from '../src/spectra.ts';
import { checkGrads, frobenius, randomArray, uniform } from '../src/testing/index.ts';

const next = uniform(5);
const random = (...shape: number[]) => randomArray(next, shape);
const close = (A: NdArray, B: NdArray, tolerance = 1e-14) =>
  expect(frobenius(sub(A, B))).toBeLessThanOrEqual(tolerance * frobenius(B));

/** Rows at which blocks of pairs begin. */
const pairs = (n: number, T: NdArray): number[] =>
  Array.from({ length: n }, (_, i) => i).filter((i) => i + 1 < n && T.data[(i + 1) * n + i] !== 0);

/** What defines the derivative: dA = dQ·T·Qᵀ + Q·dT·Qᵀ + Q·T·dQᵀ, Qᵀ·dQ skew, dT zero where T is and even on blocks of pairs. */
function expectDerivative(n: number, A: NdArray, dA: NdArray, tolerance: number): void {
  const {
    value: [Q, T],
    tangent: [dQ, dT],
  } = schur.jvp([A], [dA]);
  const QT = matmul(Q, T);
  const turned = add(matmul(matmul(dQ, T), transpose(Q)), matmul(QT, transpose(dQ)));
  const size = frobenius(dA) + frobenius(dQ) * frobenius(A);
  const bound = tolerance * size;
  expect(frobenius(sub(add(turned, matmul(matmul(Q, dT), transpose(Q))), dA))).toBeLessThanOrEqual(bound);
  const K = matmul(transpose(Q), dQ);
  expect(frobenius(add(K, transpose(K)))).toBeLessThanOrEqual(tolerance * frobenius(K));
  const blocks = pairs(n, T);
  for (const i of blocks) {
    expect(dT.data[i * (n + 1)]).toBe(dT.data[(i + 1) * (n + 1)]);
    expect(Math.abs(T.data[i * n + i + 1])).toBeGreaterThanOrEqual(Math.abs(T.data[(i + 1) * n + i]));
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) if (j + 1 < i || !blocks.includes(j)) expect(dT.data[i * n + j]).toBe(0);
  }
}

describe('schur', () => {
  test.each([1, 2, 3, 4, 5, 6, 9, 16, 33])(
    'of random matrices of size %i has the derivative that its equation defines',
    (n) => {
      for (let k = 0; k < 5; k++) {
        const [A, E] = [random(n, n), random(n, n)];
        expectDerivative(n, A, E, 1e-12);
        for (const c of [1e150, 1e-150]) expectDerivative(n, scale(c, A), scale(c, E), 1e-12);
      }
    },
  );

  // A real eigenvalue before, between and behind pairs, and pairs next to each other.
  test.each([
    [
      [
        [1, 3],
        [-1, 2],
      ],
    ],
    [
      [
        [5, 1, 2],
        [0, 1, 3],
        [0, -1, 1],
      ],
    ],
    [
      [
        [1, 3, 2],
        [-1, 1, 1],
        [0, 0, 5],
      ],
    ],
    [
      [
        [1, 1, 2, 0],
        [-3, 1, 1, 2],
        [0, 0, 4, 0.5],
        [0, 0, -1, 4],
      ],
    ],
    [
      [
        [1, 3, 2, 1, 0],
        [-1, 1, 1, 1, 1],
        [0, 0, 5, 2, 1],
        [0, 0, 0, -3, 1],
        [0, 0, 0, -4, -3],
      ],
    ],
  ])('differentiates at complex pairs, in every nesting of two modes: %j', (A) => {
    // biome-ignore format: matrices
    for (const output of [0, 1]) checkGrads((X) => schur(X)[output], [A]);
  });

  test('stacks mix real and complex spectra', () => {
    const A = [[[1, 3, 2], [-1, 1, 1], [0, 0, 5]], [[1, 2, 3], [0, 3, 1], [0, 0, 6]], [[5, 1, 2], [0, 1, 3], [0, -1, 1]]]; // biome-ignore format: matrices
    for (const output of [0, 1]) checkGrads((X) => schur(X)[output], [A]);
    const E = random(3, 3, 3);
    const all = schur.jvp([A], [E]).tangent;
    A.forEach((one, m) => {
      const alone = schur.jvp([one], [{ shape: [3, 3], data: E.data.slice(9 * m, 9 * m + 9) }]).tangent;
      alone.forEach(({ data }, i) => {
        expect([...all[i].data.slice(9 * m, 9 * m + 9)]).toEqual([...data]);
      });
    });
  });

  test('what a cotangent has where T is zero does not count', () => {
    const A = [[1, 3, 2], [-1, 1, 1], [0, 0, 5]]; // biome-ignore format: matrices
    const zero = schur.vjp(A).pullback([null, [[1, 0, 0], [0, -1, 0], [7, 8, 0]]])[0]; // biome-ignore format: matrices
    expect(frobenius(zero)).toBe(0);
  });

  test('refuses what is not unique', () => {
    const twice = [[0, 2, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 2], [0, 0, -1, 0]]; // biome-ignore format: matrices
    expect(() => schur.jvp([eye(2)], [random(2, 2)])).toThrow(/^schur: .*index 0, 1/);
    expect(() => schur.vjp(eye(2)).pullback([eye(2), null])).toThrow(/^schur: .*index 0, 1/);
    expect(() => schur.jvp([twice], [random(4, 4)])).toThrow(/^schur: .*index 0, 2/);
    expect(() => schur.jvp([[[3, 1], [-1, 3]]], [random(2, 2)])).toThrow(/^schur: expected values away from zero/); // biome-ignore format: matrices
    expect(() => schur.jvp([[[0, 1], [-1e-300, 0]]], [random(2, 2)])).toThrow(/^schur: .*index 0, 1/); // biome-ignore format: matrices
  });

  test('eigenvalues ascend, also where the matrix is triangular as it comes', () => {
    const [Q, T] = schur(random(8, 8));
    close(matmul(Q, transpose(Q)), eye(8));
    expect(T.shape).toEqual([8, 8]);
    expect(toNested(diagPart(schur([[3, 1, 2], [0, 2, 1], [0, 0, 1]])[1]))).toEqual([1, 2, 3]); // biome-ignore format: matrices
  });
});

test('hessenberg differentiates at random matrices; what is not unique is refused', () => {
  const A = random(5, 5);
  for (const output of [0, 1]) checkGrads((X) => hessenberg(X)[output], [A]);
  expect(() => hessenberg.jvp([eye(3)], [random(3, 3)])).toThrow(/^hessenberg: expected no zero below/);
  const below = [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [2, 3, 0, 0]]; // biome-ignore format: matrices
  expect(frobenius(hessenberg.vjp(random(4, 4)).pullback([null, below])[0])).toBe(0);
});
