import { describe, expect, test } from 'vitest';
import { type Factorisation, factorisations } from './factorisations.ts';
import { kernelForms } from './kernelForms.ts';
import { membersOf } from './kinds.ts';

/** LAPACK's threshold for linear equations and least squares; those for eigenvalues and singular values are laxer. */
const THRESHOLD = 30;

/** Milliseconds that the largest may take where many things run at once. */
const PATIENCE = 600_000;

/** Sizes, and which kinds of matrices are taken: large ones take turns, so that each is met at some size and shape. */
const SIZES: readonly (readonly [n: number, stride: number])[] = [
  [0, 1],
  [1, 1],
  [2, 1],
  [3, 1],
  [5, 1],
  [10, 1],
  [50, 4],
  [64, 4],
  [65, 4],
  [127, 8],
  [256, 14],
  [400, 29],
];

/** A stride beyond all kinds. */
const RANDOM_ONLY = 1000;

/** Square, tall and wide, and single columns and rows. */
const shapesOf = ({ shapes }: Factorisation, n: number): readonly (readonly [number, number])[] => {
  if (shapes === 'square') return [[n, n]];
  const half = n >> 1;
  return [
    [n, n],
    [n, half],
    [half, n],
    [n, 1],
    [1, n],
  ];
};

interface Failure {
  readonly shape: string;
  readonly kind: string;
  readonly check: string;
  readonly ratio: number;
}

function failures(f: Factorisation, n: number, stride: number): Failure[] {
  return shapesOf(f, n).flatMap((shape, turn) =>
    membersOf(f.family, shape, turn > 0 && n > 200 ? RANDOM_ONLY : stride, n + turn).flatMap(([kind, A]) => {
      const given = A.data.slice();
      const ratios = {
        ...f.ratios(A),
        'A is left alone': A.data.every((x, i) => x === given[i]) ? 0 : Number.POSITIVE_INFINITY,
      };
      return Object.entries(ratios)
        .filter(([, ratio]) => !(ratio < THRESHOLD))
        .map(([check, ratio]) => ({ shape: shape.join('×'), kind, check, ratio }));
    }),
  );
}

describe.each(Object.entries({ ...factorisations, ...kernelForms }))("LAPACK's ratios of %s", (_, f) => {
  test.each(SIZES)(
    'are below its threshold at n = %i',
    (n, stride) => {
      expect(failures(f, n, stride)).toEqual([]);
    },
    PATIENCE,
  );
});
