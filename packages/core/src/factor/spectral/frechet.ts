import { allocate } from '../../kernel/allocate.ts';
import { gemm } from '../../kernel/gemm.ts';
import type { Differences } from './differences.ts';

/** A symmetric matrix by its spectrum, with the function whose derivatives are wanted. */
export interface Spectrum {
  readonly n: number;
  readonly values: Float64Array;
  /** Orthonormal eigenvectors as columns, row-major. */
  readonly vectors: Float64Array;
  readonly differences: Differences;
}

/** C := op(A)·op(B) for n×n matrices. */
function product(n: number, A: Float64Array, At: boolean, B: Float64Array, Bt: boolean): Float64Array {
  const C = allocate(n * n);
  gemm(n, n, n, 1, A, 0, At ? 1 : n, At ? n : 1, B, 0, Bt ? 1 : n, Bt ? n : 1, 0, C, 0, n);
  return C;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}

/**
 * The k-th Fréchet derivative of f at a symmetric matrix in the directions E_1, …, E_k; its value for k = 0.
 *
 * V·(Σ over orders of the directions of f[λ_{i0}, …, λ_{ik}]·Ê_{i0 i1}⋯Ê_{i(k-1) ik})·Vᵀ with Ê = VᵀEV (Daleckii and Krein
 * 1965; Higham 2008, §3.2). Symmetric in the directions, and self-adjoint in each.
 */
export function frechet(spectrum: Spectrum, directions: readonly Float64Array[]): Float64Array {
  const { n, vectors, differences } = spectrum;
  const rotated = directions.map((E) =>
    product(n, product(n, vectors, true, E, false), false, vectors, false),
  );
  const M = allocate(n * n);
  const orders = permutations(rotated);
  const path = new Array<number>(directions.length + 1);
  // Walks i0 → i1 → … → ik; the difference is the same for every order of the directions.
  const walk = (depth: number, products: readonly number[]): void => {
    for (let i = 0; i < n; i++) {
      path[depth] = i;
      const next =
        depth === 0
          ? products
          : products.map((x, order) => x * orders[order][depth - 1][path[depth - 1] * n + i]);
      if (depth < directions.length) walk(depth + 1, next);
      else {
        const weight = next.reduce((sum, x) => sum + x, 0);
        if (weight !== 0) M[path[0] * n + i] += weight * differences(path);
      }
    }
  };
  if (directions.length === 0) for (let i = 0; i < n; i++) M[i * (n + 1)] = differences([i]);
  else if (directions.length === 1) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const f = differences([i, j]);
        M[i * n + j] = f * rotated[0][i * n + j];
        M[j * n + i] = f * rotated[0][j * n + i];
      }
    }
  } else
    walk(
      0,
      orders.map(() => 1),
    );
  return product(n, product(n, vectors, false, M, false), false, vectors, true);
}
