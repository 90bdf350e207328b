import type { IndexMap } from '../algebra.ts';

/** Positions of an m×n matrix that a rule keeps, -1 elsewhere. */
const masked = (m: number, n: number, keep: (i: number, j: number) => boolean): number[] =>
  Array.from({ length: m * n }, (_, at) => (keep(Math.floor(at / n), at % n) ? at : -1));

/** The upper triangle, zeros below. */
export const upperTriangle: IndexMap = {
  name: 'triu',
  latex: (A) => `\\operatorname{triu}(${A})`,
  shape: (m, n) => [m, n],
  index: (m, n) => masked(m, n, (i, j) => i <= j),
};

/** The columns of a matrix below each other. */
export const columnStack: IndexMap = {
  name: 'vec',
  latex: (A) => `\\operatorname{vec}(${A})`,
  shape: (m, n) => [m * n, 1],
  index: (m, n) => Array.from({ length: m * n }, (_, k) => (k % m) * n + Math.floor(k / m)),
};

/** The columns of the lower triangle below each other. */
export const lowerStack: IndexMap = {
  name: 'vech',
  latex: (A) => `\\operatorname{vech}(${A})`,
  shape: (_, n) => [(n * (n + 1)) / 2, 1],
  index: (_, n) =>
    Array.from({ length: n }, (_, j) => Array.from({ length: n - j }, (_, i) => (i + j) * n + j)).flat(),
};

/** The order of a symmetric matrix with k free entries, NaN where there is none. */
export function orderOf(k: number): number {
  const n = Math.round((Math.sqrt(8 * k + 1) - 1) / 2);
  return (n * (n + 1)) / 2 === k ? n : Number.NaN;
}

/** The symmetric matrix of stacked lower columns: the duplication matrix as a map. */
export const duplication: IndexMap = {
  name: 'unvech',
  latex: (x) => `\\operatorname{vech}^{-1}(${x})`,
  shape: (k) => [orderOf(k), orderOf(k)],
  index: (k) => {
    const n = orderOf(k);
    const at = (i: number, j: number) => j * n - (j * (j - 1)) / 2 + i - j;
    return Array.from({ length: n * n }, (_, p) =>
      at(Math.max(Math.floor(p / n), p % n), Math.min(Math.floor(p / n), p % n)),
    );
  },
};

/** The main diagonal as a column. */
export const diagonalPart: IndexMap = {
  name: 'diagPart',
  latex: (A) => `\\operatorname{diag}(${A})`,
  shape: (m, n) => [Math.min(m, n), 1],
  index: (m, n) => Array.from({ length: Math.min(m, n) }, (_, i) => i * (n + 1)),
};

/** The diagonal matrix of a column. */
export const diagonal: IndexMap = {
  name: 'diag',
  latex: (x) => `\\operatorname{Diag}(${x})`,
  shape: (n) => [n, n],
  index: (n) => Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? at / (n + 1) : -1)),
};

/** The rows of a matrix behind each other, as a column. */
export const rowStack: IndexMap = {
  name: 'rvec',
  latex: (A) => `\\operatorname{rvec}(${A})`,
  shape: (m, n) => [m * n, 1],
  index: (m, n) => Array.from({ length: m * n }, (_, at) => at),
};
