import { describe, expect, test } from 'vitest';
import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { build, distance, eye, norm, product, random, transposed } from '../../kernel/fixtures.ts';
import { fourPoint, inner, of, plus, square } from '../fixtures.ts';
import { expm } from './expm.ts';

const exp = (n: number, A: Float64Array): Float64Array => expm(square(n, A), 'test').Y.data;

/** [[A, E], [0, B]] */
const block = (n: number, A: Float64Array, E: Float64Array, B: Float64Array): Float64Array =>
  build(2 * n, 2 * n, (i, j) => {
    const p = (i % n) * n + (j % n);
    return i < n ? (j < n ? A[p] : E[p]) : j < n ? 0 : B[p];
  });

/** The block in the first n rows and last n columns of an m×m matrix. */
const corner = (n: number, m: number, X: Float64Array): Float64Array =>
  build(n, n, (i, j) => X[i * m + m - n + j]);

describe('known exponentials', () => {
  const e = Math.E;
  const cases: [string, number[][], number[][]][] = [
    ['scalars', [[10.7]], [[Math.exp(10.7)]]],
    [
      'diagonal',
      [
        [30, 0],
        [0, -300],
      ],
      [
        [Math.exp(30), 0],
        [0, Math.exp(-300)],
      ],
    ],
    [
      'nilpotent',
      [
        [0, 6, 0, 0],
        [0, 0, 6, 0],
        [0, 0, 0, 6],
        [0, 0, 0, 0],
      ],
      [
        [1, 6, 18, 36],
        [0, 1, 6, 18],
        [0, 0, 1, 6],
        [0, 0, 0, 1],
      ],
    ],
    [
      'Jordan',
      [
        [1, 0],
        [1, 1],
      ],
      [
        [e, 0],
        [e, e],
      ],
    ],
    [
      'overscaling',
      [
        [1, 2 ** 17],
        [0, -1],
      ],
      [
        [e, 2 ** 17 * Math.sinh(1)],
        [0, 1 / e],
      ],
    ],
    [
      'badly balanced',
      [
        [0, 2 ** 20],
        [2 ** -20, 0],
      ],
      [
        [Math.cosh(1), 2 ** 20 * Math.sinh(1)],
        [2 ** -20 * Math.sinh(1), Math.cosh(1)],
      ],
    ],
    [
      'rotation',
      [
        [0, -1],
        [1, 0],
      ],
      [
        [Math.cos(1), -Math.sin(1)],
        [Math.sin(1), Math.cos(1)],
      ],
    ],
  ];
  test.each(cases)('%s', (_, A, Y) => {
    const exact = Float64Array.from(Y.flat());
    expect(distance(expm(of(A), 'test').Y.data, exact)).toBeLessThanOrEqual(1e-14 * norm(exact));
  });

  // [[a, h], [l, 2a]]; entry by entry, for no norm would see the small ones.
  const [sh, ch] = [Math.sinh(1), Math.cosh(1)];
  test.each([
    ['nilpotent and huge', [0, 2 ** 500, 0], [1, 2 ** 500, 0, 1]],
    ['eigenvalues far below the norm', [1, 2 ** 170, 0], [e, 2 ** 170 * (e * e - e), 0, e * e]],
    ['worse balanced', [0, 2 ** 500, 2 ** -500], [ch, 2 ** 500 * sh, 2 ** -500 * sh, ch]],
    ['worst balanced', [0, 2 ** 990, 2 ** -990], [ch, 2 ** 990 * sh, 2 ** -990 * sh, ch]],
  ])('%s', (_, [a, h, l], wanted) => {
    exp(2, Float64Array.of(a, h, l, 2 * a)).forEach((got, i) => {
      expect(Math.abs(got - wanted[i])).toBeLessThanOrEqual(1e-14 * wanted[i]);
    });
  });

  test('Moler and Van Loan 1978', () => {
    // e^A = V·diag(1/e, e^-17)·V⁻¹ with V = [[1, 3], [2, 4]].
    const [a, b] = [Math.exp(-1), Math.exp(-17)];
    const exact = Float64Array.of(-2 * a + 3 * b, 1.5 * a - 1.5 * b, -4 * a + 4 * b, 3 * a - 2 * b);
    expect(distance(exp(2, Float64Array.of(-49, 24, -64, 31)), exact)).toBeLessThanOrEqual(
      2e-14 * norm(exact),
    );
  });

  test('skew-symmetric matrices of norm 50 have orthogonal exponentials', () => {
    const r = random(64, 4);
    const Y = exp(
      8,
      build(8, 8, (i, j) => 30 * (r[8 * Math.min(i, j) + Math.max(i, j)] * Math.sign(j - i))),
    );
    expect(distance(product(8, 8, 8, transposed(8, 8, Y), Y), eye(8))).toBeLessThan(1e-13);
  });

  test('what underflows is zero, what overflows throws', () => {
    expect(exp(1, Float64Array.of(-1e300))[0]).toBe(0);
    expect(exp(2, Float64Array.of(-1e9, 1, 1, -1e9)).every((x) => x === 0)).toBe(true);
    expect(() => exp(2, Float64Array.of(800, 1, 2, 800))).toThrow(DomainError);
  });
});

describe.each([0, 1, 2, 3, 5, 10, 33, 64])('size %i', (n) => {
  const A = random(n * n, n + 1).map((x) => (4 * x) / Math.sqrt(n));
  const E = random(n * n, n + 2);
  const G = random(n * n, n + 3);
  const f = expm(square(n, A), 'test');

  test('e^A·e^-A = I', () => {
    const back = exp(
      n,
      A.map((x) => -x),
    );
    expect(distance(product(n, n, n, f.Y.data, back), eye(n))).toBeLessThanOrEqual(
      1e-14 * (norm(f.Y.data) * norm(back)),
    );
  });

  test('the derivative is the corner of the exponential of [[A, E], [0, A]]', () => {
    const L = f.frechet(square(n, E)).data;
    const expected = corner(n, 2 * n, exp(2 * n, block(n, A, E, A)));
    expect(distance(L, expected)).toBeLessThanOrEqual(1e-13 * norm(L));
  });

  test('the adjoint is one', () => {
    const L = f.frechet(square(n, E)).data;
    const Z = f.frechetT(square(n, G)).data;
    expect(Math.abs(inner(L, G) - inner(E, Z))).toBeLessThanOrEqual(
      1e-13 * (norm(L) * norm(G) + norm(Z) * norm(E)),
    );
  });
});

describe('derivatives', () => {
  // The last number is how far entry (i, i+1) is above its neighbours, in A and in the directions.
  const shapes: [string, Float64Array, number][] = [
    ['full', random(16, 1).map((x) => 6 * x), 1],
    ['upper', build(4, 4, (i, j) => (j >= i ? (3 * i + 2 * j - 7) / 2 : 0)), 1],
    ['lower', build(4, 4, (i, j) => (j <= i ? (i - 2 * j) / 2 : 0)), 1],
    ['unbalanced', build(4, 4, (i, j) => Math.sin(i + 2 * j) * 64 ** (j - i)), 64],
    ['zero', new Float64Array(16), 1],
  ];

  test.each(shapes)('%s: differences, to third order', (_, A, steep) => {
    const direction = (seed: number) =>
      random(16, seed).map((x, p) => x * steep ** ((p % 4) - Math.floor(p / 4)));
    const [E, F, G] = [7, 8, 9].map(direction);
    const f = expm(square(4, A), 'test');
    const scale = (L: Float64Array) => 1e-9 * (norm(L) + norm(f.Y.data));
    const L = f.frechet(square(4, E)).data;
    expect(
      distance(
        fourPoint(1e-3, (t) => exp(4, plus(A, t, E))),
        L,
      ),
    ).toBeLessThanOrEqual(scale(L));
    const along = (t: number, ...X: Float64Array[]) =>
      expm(square(4, plus(A, t, G)), 'test').frechet(...X.map((x) => square(4, x))).data;
    const L2 = f.frechet(square(4, E), square(4, G)).data;
    expect(
      distance(
        fourPoint(1e-3, (t) => along(t, E)),
        L2,
      ),
    ).toBeLessThanOrEqual(scale(L2));
    const L3 = f.frechet(square(4, E), square(4, F), square(4, G)).data;
    expect(
      distance(
        fourPoint(1e-3, (t) => along(t, E, F)),
        L3,
      ),
    ).toBeLessThanOrEqual(scale(L3));
    const turned = f.frechet(square(4, G), square(4, E), square(4, F)).data;
    expect(distance(turned, L3)).toBeLessThanOrEqual(1e-13 * norm(L3));
  });

  test('second derivatives are corners of the exponential of a matrix of four by four blocks', () => {
    const A = random(9, 3);
    const [X, Z] = [random(9, 5), random(9, 6)];
    const inside = block(3, A, X, A);
    const L2 = corner(3, 12, exp(12, block(6, inside, block(3, Z, new Float64Array(9), Z), inside)));
    const f = expm(square(3, A), 'test');
    expect(distance(f.frechet(square(3, X), square(3, Z)).data, L2)).toBeLessThanOrEqual(1e-13 * norm(L2));
  });

  test.each([1e-300, 1e-150, 0])('at %f·A, the derivative is the direction, however large', (c) => {
    const E = random(16, 5).map((x) => x * 1e200);
    const L = expm(
      square(
        4,
        random(16, 4).map((x) => x * c),
      ),
      'test',
    ).frechet(square(4, E)).data;
    expect(distance(L, E)).toBeLessThanOrEqual(1e-15 * norm(E));
  });

  test('stacks broadcast', () => {
    const A: NdArray = { shape: [2, 3, 3], data: random(18, 1) };
    const D: NdArray = { shape: [4, 1, 3, 3], data: random(36, 2) };
    const f = expm(A, 'test');
    const L = f.frechet(D);
    expect(L.shape).toEqual([4, 2, 3, 3]);
    const one = expm(square(3, A.data.slice(9)), 'test');
    expect(Array.from(f.Y.data.slice(9))).toEqual(Array.from(one.Y.data));
    expect(Array.from(L.data.slice(63))).toEqual(Array.from(one.frechet(square(3, D.data.slice(27))).data));
  });
});

test('derivatives at nilpotent matrices see words that no power of the matrix shows', () => {
  for (const n of [3, 4, 5, 8]) {
    for (const [size, noise] of [
      [1, 0],
      [10, 0],
      [1, 1e-8],
    ] as const) {
      const N = new Float64Array(n * n);
      const E = new Float64Array(n * n);
      for (let i = 0; i < n * n; i++) {
        N[i] = (i % (n + 1) === 1 ? size : 0) + noise * Math.cos(i);
        E[i] = Math.sin(3 * i + 1);
      }
      // Σ (words with one E and k-1 N) / k! by the recurrence W_k = W_{k-1}·N + N^{k-1}·E.
      const times = (X: Float64Array, Y: Float64Array) =>
        Float64Array.from(X, (_, p) => {
          let s = 0;
          for (let k = 0; k < n; k++) s += X[p - (p % n) + k] * Y[k * n + (p % n)];
          return s;
        });
      let power = Float64Array.from(N, (_, p) => (p % (n + 1) === 0 ? 1 : 0));
      let words = new Float64Array(n * n);
      const want = new Float64Array(n * n);
      for (let k = 1, f = 1; k < 90; k++, f *= k) {
        const next = times(words, N);
        const last = times(power, E);
        words = next.map((x, p) => x + last[p]);
        power = times(power, N);
        for (let p = 0; p < n * n; p++) want[p] += words[p] / f;
      }
      const got = expm({ shape: [n, n], data: N }, 'expm').frechet({ shape: [n, n], data: E }).data;
      const largest = want.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
      for (let p = 0; p < n * n; p++) expect(Math.abs(got[p] - want[p])).toBeLessThan(1e-14 * n * largest);
    }
  }
});
