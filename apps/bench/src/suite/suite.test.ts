import { describe, expect, test } from 'vitest';
import { adjugate } from '../exact/adjugate.ts';
import { toRational } from '../exact/rational.ts';
import { nearestDouble } from '../exact/round.ts';
import { fromEntries, isSymmetric, type Matrix, matmul, transpose } from '../matrix.ts';
import { hadamard } from './gallery/hadamard.ts';
import { invhilb } from './gallery/invhilb.ts';
import { magic } from './gallery/magic.ts';
import { minij } from './gallery/minij.ts';
import { orthogonal } from './gallery/orthogonal.ts';
import { triw } from './gallery/triw.ts';
import { suite } from './index.ts';
import { seeded } from './random.ts';

const find = (name: string) => suite.find((entry) => entry.name === name)?.build() as Matrix;
const det = (A: Matrix) => {
  const { num, den } = adjugate(toRational(A)).det;
  return nearestDouble(num, den);
};

/** Exact rank of an integer matrix, by elimination over the rationals kept as integers. */
function rank(A: Matrix): number {
  const rows = Array.from({ length: A.rows }, (_, i) =>
    Array.from({ length: A.cols }, (_, j) => BigInt(A.data[i * A.cols + j] as number)),
  );
  let r = 0;
  for (let j = 0; j < A.cols; j++) {
    const p = rows.findIndex((row, i) => i >= r && row[j] !== 0n);
    if (p < 0) continue;
    const pivotRow = rows.splice(p, 1)[0] as bigint[];
    rows.splice(r, 0, pivotRow);
    for (let i = r + 1; i < rows.length; i++) {
      const factor = (rows[i] as bigint[])[j] as bigint;
      rows[i] = (rows[i] as bigint[]).map(
        (x, k) => x * (pivotRow[j] as bigint) - factor * (pivotRow[k] as bigint),
      );
    }
    r++;
  }
  return r;
}

describe('the suite', () => {
  test('has enough matrices, each with its own name', () => {
    expect(suite.length).toBeGreaterThanOrEqual(24);
    expect(new Set(suite.map(({ name }) => name)).size).toBe(suite.length);
  });

  test.each(suite)('$name builds the same finite n×n matrix every time', ({ n, build }) => {
    const A = build();
    expect([A.rows, A.cols, A.data.length]).toEqual([n, n, n * n]);
    expect(A.data.every(Number.isFinite)).toBe(true);
    expect(build().data).toEqual(A.data);
  });

  test.each(suite.filter(({ tags }) => tags.includes('spd') || tags.includes('indefinite')))(
    '$name is exactly symmetric',
    ({ build }) => expect(isSymmetric(build())).toBe(true),
  );

  test.each(suite.filter((entry) => entry.rank !== undefined))(
    '$name has exactly the rank it is listed with',
    (entry) => {
      expect(rank(entry.build())).toBe(entry.rank);
      expect(entry.tags).toContain('singular');
    },
  );

  test.each(suite.filter((entry) => entry.rank === undefined))('$name is nonsingular', ({ build }) => {
    expect(adjugate(toRational(build())).det.num).not.toBe(0n);
  });

  test.each([
    ['hadamard-16', 2 ** 32],
    ['minij-24', 1],
    ['lap1d-32', 33],
    ['pascal-12', 1],
    ['moler-16', 1],
    ['frank-16', 1],
    ['pei-1-16', 17],
    ['triw-32', 1],
    ['gfpp-64', 2 ** 63],
    ['tiny-pivot-2', 2 ** -60 - 1],
    ['uniform·2^-60-24', 0],
    ['uniform·2^50-24', Infinity],
    ['singular-2', 0],
  ])('det of %s is %d', (name, expected) => {
    expect(Math.abs(det(find(name)))).toBe(Math.abs(expected));
  });
});

describe('the gallery', () => {
  const identity = (n: number) => fromEntries(n, n, (i, j) => (i === j ? 1 : 0));

  test('hadamard(n) hadamard(n)ᵀ = n I', () => {
    expect(matmul(hadamard(8), transpose(hadamard(8))).data).toEqual(identity(8).data.map((x) => 8 * x));
  });

  test('the inverse of minij is a second difference with a last entry of 1', () => {
    const D = fromEntries(6, 6, (i, j) => (i === j ? (i === 5 ? 1 : 2) : Math.abs(i - j) === 1 ? -1 : 0));
    expect(matmul(minij(6), D).data.map((x) => x + 0)).toEqual(identity(6).data);
  });

  test('the inverse of triw has entries 2^(j-i-1)', () => {
    const X = fromEntries(8, 8, (i, j) => (i === j ? 1 : j > i ? 2 ** (j - i - 1) : 0));
    expect(matmul(triw(8), X).data.map((x) => x + 0)).toEqual(identity(8).data);
  });

  test('invhilb(n) times lcm(1..2n-1) times the exact Hilbert matrix is lcm times I', () => {
    const scaled = fromEntries(4, 4, (i, j) => 420 / (i + j + 1));
    expect(matmul(invhilb(4), scaled).data).toEqual(identity(4).data.map((x) => 420 * x));
  });

  test.each([4, 5, 8])('magic(%d) holds 1..n² with equal row, column and diagonal sums', (n) => {
    const A = magic(n);
    expect([...A.data].sort((a, b) => a - b)).toEqual(Array.from({ length: n * n }, (_, k) => k + 1));
    const ones = fromEntries(n, 1, () => 1);
    const sum = (n * (n * n + 1)) / 2;
    expect([...matmul(A, ones).data, ...matmul(transpose(A), ones).data]).toEqual(new Array(2 * n).fill(sum));
    expect(A.data.reduce((s, x, k) => (k % (n + 1) === 0 ? s + x : s), 0)).toBe(sum);
  });

  test('orthogonal is orthogonal to rounding', () => {
    const Q = orthogonal(12, seeded(3));
    const error = matmul(Q, transpose(Q)).data.map((x, k) => x - (identity(12).data[k] as number));
    expect(Math.max(...error.map(Math.abs))).toBeLessThan(12 * 2 ** -50);
  });
});
