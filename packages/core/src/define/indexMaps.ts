import type { IndexMap } from '../algebra.ts';

/** Positions of an m×n matrix that a rule keeps, -1 elsewhere. */
const masked = (m: number, n: number, keep: (i: number, j: number) => boolean): number[] =>
  Array.from({ length: m * n }, (_, at) => (keep(Math.floor(at / n), at % n) ? at : -1));

/** The entries on and above a diagonal, zeros below. */
export const upperFrom = (k: number): IndexMap => ({
  name: 'triu',
  latex: (A) => `\\operatorname{triu}${k === 0 ? '' : `_{${k}}`}(${A})`,
  shape: (m, n) => [m, n],
  index: (m, n) => masked(m, n, (i, j) => i + k <= j),
});
/** The upper triangle, zeros below. */
export const upperTriangle: IndexMap = /* @__PURE__ */ upperFrom(0);

/** The entries on and below a diagonal, zeros above. */
export const lowerTo = (k: number): IndexMap => ({
  name: 'tril',
  latex: (A) => `\\operatorname{tril}_{${k}}(${A})`,
  shape: (m, n) => [m, n],
  index: (m, n) => masked(m, n, (i, j) => i + k >= j),
});

/** What of an m×n matrix is below the diagonal of its leading columns: m×k, k = min(m, n). */
export const strictlyLower: IndexMap = {
  name: 'stril',
  latex: (A) => `\\operatorname{stril}(${A})`,
  shape: (m, n) => [m, Math.min(m, n)],
  index: (m, n) => {
    const k = Math.min(m, n);
    return Array.from({ length: m * k }, (_, at) => {
      const i = Math.floor(at / k);
      return at % k < i ? i * n + (at % k) : -1;
    });
  },
};

/** The upper triangle of the leading rows of an m×n matrix: k×n, k = min(m, n). */
export const upperRows: IndexMap = {
  name: 'triu',
  latex: (A) => `\\operatorname{triu}(${A})`,
  shape: (m, n) => [Math.min(m, n), n],
  index: (m, n) => masked(Math.min(m, n), n, (i, j) => i <= j),
};

/** A matrix with rows or columns of zeros that make it square. */
export const squared: IndexMap = {
  name: 'square',
  latex: (A) => `\\operatorname{pad}(${A})`,
  shape: (m, n) => [Math.max(m, n), Math.max(m, n)],
  index: (m, n) => {
    const k = Math.max(m, n);
    return Array.from({ length: k * k }, (_, at) => {
      const [i, j] = [Math.floor(at / k), at % k];
      return i < m && j < n ? i * n + j : -1;
    });
  },
};

/** The leading square block of a wide matrix; all of any other. */
export const leadingColumns: IndexMap = {
  name: 'lead',
  latex: (A) => `\\operatorname{lead}(${A})`,
  shape: (m, n) => [m, Math.min(m, n)],
  index: (m, n) => {
    const k = Math.min(m, n);
    return Array.from({ length: m * k }, (_, at) => Math.floor(at / k) * n + (at % k));
  },
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

/** What is left of a matrix from row 0 and column k on, or from row -k and column 0. */
export const cornerAt = (k: number): IndexMap => {
  const [row, column] = [Math.max(-k, 0), Math.max(k, 0)];
  const shape = (m: number, n: number): [number, number] => [Math.max(0, m - row), Math.max(0, n - column)];
  return {
    name: 'corner',
    latex: (A) => `${A}_{[${row}:,${column}:]}`,
    shape,
    index: (m, n) => {
      const [rows, columns] = shape(m, n);
      return Array.from(
        { length: rows * columns },
        (_, at) => (Math.floor(at / columns) + row) * n + (at % columns) + column,
      );
    },
  };
};

/** A diagonal as a column, k above the main one. */
export const diagonalPartAt = (k: number): IndexMap => {
  const size = (m: number, n: number) => Math.max(0, Math.min(m + Math.min(k, 0), n - Math.max(k, 0)));
  return {
    name: 'diagPart',
    latex: (A) => `\\operatorname{diag}${k === 0 ? '' : `_{${k}}`}(${A})`,
    shape: (m, n) => [size(m, n), 1],
    index: (m, n) =>
      Array.from({ length: size(m, n) }, (_, i) => (i + Math.max(-k, 0)) * n + i + Math.max(k, 0)),
  };
};
/** The main diagonal as a column. */
export const diagonalPart: IndexMap = /* @__PURE__ */ diagonalPartAt(0);

/** The matrix of zeros but for a column as a diagonal, k above the main one. */
export const diagonalAt = (k: number): IndexMap => ({
  name: 'diag',
  latex: (x) => `\\operatorname{Diag}${k === 0 ? '' : `_{${k}}`}(${x})`,
  shape: (n) => [n + Math.abs(k), n + Math.abs(k)],
  index: (n) => {
    const size = n + Math.abs(k);
    return Array.from({ length: size * size }, (_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      return j - i === k ? Math.min(i, j) : -1;
    });
  },
});
/** The diagonal matrix of a column. */
export const diagonal: IndexMap = /* @__PURE__ */ diagonalAt(0);

/** The matrix with the entries of a column beside its diagonal, on both sides. */
export const besideDiagonal: IndexMap = {
  name: 'besideDiagonal',
  latex: (x) => `\\operatorname{beside}(${x})`,
  shape: (k) => [k + 1, k + 1],
  index: (k) =>
    Array.from({ length: (k + 1) ** 2 }, (_, at) => {
      const [i, j] = [Math.floor(at / (k + 1)), at % (k + 1)];
      return Math.abs(i - j) === 1 ? Math.min(i, j) : -1;
    }),
};

/** The rows of a matrix behind each other, as a column. */
export const rowStack: IndexMap = {
  name: 'rvec',
  latex: (A) => `\\operatorname{rvec}(${A})`,
  shape: (m, n) => [m * n, 1],
  index: (m, n) => Array.from({ length: m * n }, (_, at) => at),
};

/** All rows but the last. */
export const head: IndexMap = {
  name: 'head',
  latex: (A) => `\\operatorname{head}(${A})`,
  shape: (m, n) => [Math.max(0, m - 1), n],
  index: (m, n) => Array.from({ length: Math.max(0, m - 1) * n }, (_, at) => at),
};

/** All rows but the first. */
export const tail: IndexMap = {
  name: 'tail',
  latex: (A) => `\\operatorname{tail}(${A})`,
  shape: head.shape,
  index: (m, n) => Array.from({ length: Math.max(0, m - 1) * n }, (_, at) => at + n),
};
