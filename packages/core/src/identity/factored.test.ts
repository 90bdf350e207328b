import { describe, expect, test } from 'vitest';
import type { ArrayInput, NdArray } from '../array.ts';
import { conditionReport, monitor } from '../diagnose.ts';
import {
  add,
  adjugate,
  array,
  cholesky,
  det,
  eigh,
  factored,
  grad,
  hessian,
  inner,
  inv,
  inverseQuadraticForm,
  jvp,
  logabsdet,
  logdet,
  lstsq,
  qr,
  slogdet,
  solve,
  solvePositiveDefinite,
  solveTransposed,
  spectralNorm,
  sum,
  svdvals,
  toNested,
} from '../index.ts';
import { symbol } from '../latex.ts';

const made = (program: () => unknown): string[] => {
  const kinds: string[] = [];
  monitor(program, ({ kind }) => kinds.push(kind));
  return kinds;
};
const A = [
  [4, 1, 0],
  [2, 5, 1],
  [0, 3, 6],
];
const S = [
  [4, 1, 0],
  [1, 5, 1],
  [0, 1, 6],
];
const b = [1, 2, 3];

describe('one factorisation serves', () => {
  test('all that divides by a general matrix', () => {
    const all = (F: ArrayInput) => () => {
      solve(F, b);
      solveTransposed(F, b);
      inverseQuadraticForm(b, F);
      inv(F);
      det(F);
      slogdet(F);
      logabsdet(F);
      adjugate(F);
      conditionReport(F);
    };
    expect(made(all(factored(A)))).toEqual(['LU']);
    expect(made(all(A)).length).toBeGreaterThan(5);
  });

  test('all that divides by a positive definite one, and no other kind', () => {
    const F = factored(S);
    expect(
      made(() => {
        logdet(F);
        cholesky(F);
        solvePositiveDefinite(F, b);
        inv(F);
        logdet(F);
      }),
    ).toEqual(['Cholesky', 'LU']);
  });

  test('QR, eigenvalues and singular values', () => {
    const F = factored(S);
    expect(
      made(() => {
        qr(F);
        lstsq(F, b);
        eigh(F);
        eigh(F);
        svdvals(F);
        svdvals(F);
      }),
    ).toEqual(['QR', 'eigh', 'svd, none']);
  });

  test('a factored factored matrix', () => {
    const F = factored(A);
    inv(F);
    expect(made(() => det(factored(F)))).toEqual([]);
  });

  test('stacks, and right-hand sides that broadcast against them', () => {
    const F = factored([A, S]);
    expect(made(() => [solve(F, b), det(F)])).toEqual(['LU']);
    expect(toNested(solve(F, b))).toEqual([toNested(solve(A, b)), toNested(solve(S, b))]);
  });
});

describe('derivatives with respect to it', () => {
  const f = (X: NdArray) => {
    const F = factored(X);
    return add(inner(b, solve(F, b)), add(logabsdet(F), sum(inv(F))));
  };
  const plain = (X: NdArray) => add(inner(b, solve(X, b)), add(logabsdet(X), sum(inv(X))));

  test('are those with respect to the matrix, and cost no factorisation more', () => {
    let G: NdArray | undefined;
    expect(
      made(() => {
        G = grad(f)(A);
      }),
    ).toEqual(['LU']);
    expect(G?.data).toEqual(grad(plain)(A).data);
    expect(jvp(f, [A], [S]).tangent.data).toEqual(jvp(plain, [A], [S]).tangent.data);
  });

  test('to second order', () => {
    let H: NdArray | undefined;
    expect(
      made(() => {
        H = hessian(plain)(factored(A));
      }),
    ).toEqual(['LU']);
    expect(H?.data).toEqual(hessian(plain)(A).data);
  });

  test('of a symmetric function of what is not symmetric to the last bit', () => {
    const X = array(S);
    X.data[1] += 1e-12;
    const of = (Y: NdArray) => add(logdet(Y), inner(b, solvePositiveDefinite(Y, b)));
    expect(made(() => grad((Y) => of(factored(Y)))(S))).toEqual(['Cholesky']);
    expect(grad((Y) => of(factored(Y)))(X).data).toEqual(grad(of)(X).data);
  });

  test('print as those of the matrix', () => {
    expect(String(grad((X) => logabsdet(factored(X)))(symbol('A')))).toBe('A^{-\\top}');
  });
});

test('errors name the operation that met them, each time', () => {
  const F = factored([
    [1, 2],
    [2, 4],
  ]);
  expect(() => inv(F)).toThrow(/^inv: /);
  expect(() => solve(F, [1, 1])).toThrow(/^solve: /);
  expect(toNested(det(F))).toBe(0);
  expect(() => logdet(F)).toThrow(/^logdet: /);
  expect(() => cholesky(F)).toThrow(/^cholesky: /);
});

test('what is not factored is refused as without it', () => {
  expect(() => factored([[Number.NaN]])).toThrow(/^factored: /);
  expect(() => factored([1, 2])).toThrow(/^factored: /);
  expect(toNested(spectralNorm(factored([[3, 4]])))).toBeCloseTo(5, 14);
});
