import { describe, expect, test } from 'vitest';
import {
  add,
  DegenerateError,
  DomainError,
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  MatgradError,
  type NdArray,
  norm,
  permuteAxes,
  scale,
  spectralNorm,
  square,
  sub,
  sum,
  svd,
  svdvals,
  take,
  toNested,
} from '../src/index.ts';
import { schattenNorm } from '../src/spectra.ts';
import { frobenius } from '../src/testing/index.ts';

const close = (A: NdArray, B: NdArray | number[][]) =>
  expect(frobenius(sub(A, B))).toBeLessThanOrEqual(1e-13 * (1 + frobenius(sub(B, 0))));

describe('singular values at zero', () => {
  const D = [[1, 0], [0, 0]]; // biome-ignore format: matrices
  const E = (i: number, j: number) => [0, 1].map((r) => [0, 1].map((c) => Number(r === i && c === j)));
  const smallest = (X: NdArray) => take(svdvals(X), 1);
  const largest = (X: NdArray) => take(svdvals(X), 0);
  const kink = /^svd: .*\nA singular value has a kink at 0/;
  // biome-ignore format: matrices
  const singular = [
    [[1, 1], [1, 1]],
    [[0, 1], [0, 0]],
    [[0, 0], [0, 0]],
    [[1, 0], [0, 0], [0, 0]],
    [[1, 2, 3], [2, 4, 6], [1, 2, 3]],
    [[1, 2], [2, 4], [-3, -6]],
  ];

  test('they have no derivative, in either mode', () => {
    for (const A of singular) {
      expect(() => grad(smallest)(A)).toThrow(DegenerateError);
      expect(() => grad((X) => sum(svdvals(X)))(A)).toThrow(kink);
    }
    expect(() => grad(largest)(singular[2])).toThrow(DegenerateError);
    for (const A of [D, [[1, 1], [1, 1]]]) expect(() => jvp(smallest, [A], [[[1, 0], [0, 2]]])).toThrow(kink); // biome-ignore format: matrices
    // In a stack, one such member is enough, and the others are none.
    const stacked = (X: NdArray) => sum(take(permuteAxes(svdvals(X), [1, 0]), 1));
    expect(() => grad(stacked)([[[2, 0], [0, 1]], D])).toThrow(kink); // biome-ignore format: matrices
    const regular = [[[2, 0], [0, 1]], [[3, 0], [0, 1]]]; // biome-ignore format: matrices
    expect(toNested(add(grad(stacked)(regular), 0))).toEqual([E(1, 1), E(1, 1)]);
    // The least is zero where rounding cannot tell it from zero, in a matrix of its size.
    const graded = (s: number) => [[1, 0], [0, s], [0, 0]]; // biome-ignore format: matrices
    expect(() => grad(smallest)(graded(3 * 2 ** -52))).toThrow(kink);
    expect(toNested(add(grad(smallest)(graded(4 * 2 ** -52)), 0))).toEqual([[0, 0], [0, 1], [0, 0]]); // biome-ignore format: matrices
  });

  test('that are smooth there have theirs, and so have the other values', () => {
    for (const A of singular) {
      close(grad((X) => sum(square(svdvals(X))))(A), scale(2, A));
      if (norm(A).data[0] === 0) continue;
      close(grad(largest)(A), grad(spectralNorm)(A));
      for (const p of [1, 2, 3]) close(grad((X) => schattenNorm(X, p))(A), grad(spectralNorm)(A));
      const along = jvp(svdvals, [A], [A]);
      close(along.tangent, along.value);
      const ray = (s: NdArray) => svdvals(scale(s, A));
      close(jacobian(ray)(2), along.value);
    }
    close(grad((X) => take(jvp(svdvals, [X], [X]).tangent, 0))(D), E(0, 0));
    expect(toNested(jvp(svdvals, [D], [[[1, 2], [3, 0]]]).tangent)).toEqual([1, 0]); // biome-ignore format: matrices
    expect(toNested(jvp(svdvals, [singular[2]], [singular[2]]).tangent)).toEqual([0, 0]);
  });

  test('second derivatives of the largest value exist beside a simple zero of a square matrix', () => {
    for (const A of [D, singular[0], singular[1]]) close(hessian(largest)(A), hessian(spectralNorm)(A));
    const flat = [[1, 2], [3, 0]]; // biome-ignore format: matrices
    close(hvp(largest)(D, flat), hvp(spectralNorm)(D, flat));
    // What they depend on is not in the first derivative where the zero is not simple.
    expect(() => hessian(largest)(singular[3])).toThrow(DomainError);
    expect(() => hessian(largest)([[1, 0, 0], [0, 0, 0], [0, 0, 0]])).toThrow(MatgradError); // biome-ignore format: matrices
    expect(() => hessian((X) => sum(square(svdvals(X))))(D)).toThrow(DegenerateError);
  });
});

test('the divisor that stands for sums on the diagonal is zero for no singular value', () => {
  for (const c of [0.5, 1]) {
    const A = [[2, 0], [0, c]]; // biome-ignore format: matrices
    // Turned by the angle t from the left, U turns and V does not.
    const { tangent } = svd.jvp([A], [[[0, -c], [2, 0]]]); // biome-ignore format: matrices
    close(tangent[0], [[0, -1], [1, 0]]); // biome-ignore format: matrices
    expect(toNested(add(tangent[1], 0))).toEqual([0, 0]);
    close(tangent[2], [[0, 0], [0, 0]]); // biome-ignore format: matrices
  }
});
