import { describe, expect, test } from 'vitest';
import type { NdArray } from '../array.ts';
import { conditionReport, conditionReports } from '../diagnose.ts';
import { NonFiniteError, ShapeError } from '../errors.ts';
import { array, grad, inv, solve, sum } from '../index.ts';
import { symbol } from '../interpret/latex.ts';
import { distance, frobenius, randomArray, uniform } from '../testing/index.ts';

const build = (n: number, f: (i: number, j: number) => number): NdArray => ({
  shape: [n, n],
  data: Float64Array.from({ length: n * n }, (_, p) => f(Math.floor(p / n), p % n)),
});
const hilbert = (n: number) => build(n, (i, j) => 1 / (i + j + 1));
const norm1 = ({ shape: [n], data }: NdArray) =>
  Math.max(
    ...Array.from({ length: n }, (_, j) => data.reduce((s, a, p) => (p % n === j ? s + Math.abs(a) : s), 0)),
  );

describe('the kinds', () => {
  test.each([
    [
      [
        [2, 1],
        [1, 3],
      ],
      'well conditioned',
      'plain',
    ],
    [
      [
        [1e20, 0],
        [0, 1],
      ],
      'badly scaled',
      'plain',
    ],
    [
      [
        [1, 1],
        [1, 1 + 1e-10],
      ],
      'ill conditioned',
      'QR or SVD',
    ],
    [
      [
        [1, 1],
        [1, 1 + 2 ** -52],
      ],
      'singular to working precision',
      'regularise',
    ],
    [
      [
        [1, 2],
        [2, 4],
      ],
      'singular',
      'pseudo-inverse',
    ],
    [[[0]], 'singular', 'pseudo-inverse'],
  ] as const)('%j is %s: %s', (A, kind, advice) => {
    const report = conditionReport(A);
    expect([report.kind, report.advice]).toEqual([kind, advice]);
    expect(report.reason).toMatch(/\.$/);
    const refused = kind.startsWith('singular');
    if (refused) expect(() => inv(A)).toThrow();
    else expect(inv(A).shape).toEqual([2, 2]);
  });
});

test('rcond is within a factor of 3 of the exact one', () => {
  const next = uniform(5);
  for (const n of [1, 2, 3, 7, 20, 40]) {
    const A = randomArray(next, [n, n]);
    const exact = 1 / (norm1(A) * norm1(inv(A)));
    const { rcond, condition } = conditionReport(A);
    expect(rcond / exact).toBeGreaterThanOrEqual(1 - 1e-12);
    expect(rcond / exact).toBeLessThan(3);
    expect(condition).toBe(1 / rcond);
  }
  expect(conditionReport(hilbert(5)).condition / 943656).toBeCloseTo(1, 6);
});

test('everything is finite at 1e±300, and does not depend on scale', () => {
  const A = hilbert(6);
  const plain = conditionReport(A);
  for (const c of [1e300, 1e-300]) {
    const scaled = conditionReport({ shape: A.shape, data: A.data.map((a) => a * c) });
    expect(scaled.kind).toBe(plain.kind);
    expect(scaled.rcond / plain.rcond).toBeCloseTo(1, 6);
    expect(scaled.growth).toBeGreaterThan(0.4);
    expect(scaled.growth).toBeLessThan(3);
  }
  const graded = conditionReport([
    [1e300, 0],
    [0, 1e-300],
  ]);
  expect([graded.kind, graded.rcond, graded.condition]).toEqual([
    'badly scaled',
    0,
    Number.POSITIVE_INFINITY,
  ]);
  expect(graded.digits.value).toBeGreaterThan(15);
});

test('empty, zero and exactly singular matrices', () => {
  const empty = conditionReport({ shape: [0, 0], data: new Float64Array(0) });
  expect([empty.kind, empty.rcond, empty.condition, empty.growth]).toEqual(['well conditioned', 1, 1, 1]);
  expect(empty.digits.value).toBeCloseTo(15.95, 2);
  const zero = conditionReport(build(3, () => 0));
  expect([zero.kind, zero.rcond, zero.condition, zero.growth]).toEqual([
    'singular',
    0,
    Number.POSITIVE_INFINITY,
    1,
  ]);
  expect(zero.digits).toEqual({ value: 0, gradient: 0 });
});

test('the digits that it promises are there, and not many more, in value and in gradient', () => {
  // Hilbert matrices are not doubles: what they lose is what a solution with a rounded A loses.
  for (const n of [3, 5, 7]) {
    const A = hilbert(n);
    const { digits } = conditionReport(A);
    const rounded = { shape: A.shape, data: A.data.map((a, p) => a * (1 + 2 ** -52 * Math.sin(p))) };
    const b = array(Array.from({ length: n }, (_, i) => (i % 2 ? -1 : 1)));
    const x = solve(A, b);
    const lost = -Math.log10(distance([solve(rounded, b)], [x]) / frobenius(x));
    expect(lost).toBeGreaterThan(digits.value - 0.5);
    expect(lost).toBeLessThan(digits.value + 3);
    const G = grad((M) => sum(solve(M, b)));
    const error = distance([G(rounded)], [G(A)]);
    expect(-Math.log10((error * frobenius(A)) / frobenius(x) / Math.sqrt(n))).toBeGreaterThan(
      digits.gradient - 0.5,
    );
  }
});

test('growth is that of partial pivoting where it is harmless', () => {
  const W = build(6, (i, j) => (i === j || j === 5 ? 1 : i > j ? -1 : 0));
  expect(conditionReport(W).growth).toBe(32);
});

test('stacks: all members, or the worst', () => {
  const A = array([
    [
      [1, 0],
      [0, 1],
    ],
    [
      [1, 1],
      [1, 1 + 1e-10],
    ],
    [
      [1, 1],
      [1, 1.5],
    ],
  ]);
  expect(conditionReports(A).map(({ kind, member }) => [kind, member])).toEqual([
    ['well conditioned', 0],
    ['ill conditioned', 1],
    ['well conditioned', 2],
  ]);
  expect(conditionReport(A).member).toBe(1);
  expect(conditionReport([[1]]).member).toBeUndefined();
});

test('works on the value of what is being differentiated', () => {
  const f = (A: NdArray) => {
    expect(conditionReport(A).kind).toBe('well conditioned');
    return sum(inv(A));
  };
  expect(grad(f)([[2]]).data[0]).toBe(-0.25);
  expect(() => conditionReport(symbol('A'))).toThrow(/symbol/);
});

test('refuses what is no square matrix of finite numbers', () => {
  expect(() => conditionReport([[1, 2]])).toThrow(ShapeError);
  expect(() => conditionReport(3)).toThrow(ShapeError);
  expect(() => conditionReport({ shape: [0, 2, 2], data: new Float64Array(0) })).toThrow(/empty stack/);
  expect(() => conditionReport([[Number.NaN]])).toThrow(NonFiniteError);
});
