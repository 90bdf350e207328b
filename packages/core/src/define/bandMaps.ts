import type { IndexMap } from '../algebra.ts';

/** An index map that tells from where each entry comes, -1 from nowhere. */
const map = (
  name: string,
  shape: IndexMap['shape'],
  index: (m: number, n: number) => (i: number, j: number) => number,
): IndexMap => ({
  name,
  latex: (A) => `\\operatorname{${name}}(${A})`,
  shape,
  index: (m, n) => {
    const [rows, columns] = shape(m, n);
    const at = index(m, n);
    return Array.from({ length: rows * columns }, (_, p) => at(Math.floor(p / columns), p % columns));
  },
});

/** The band matrix of its diagonals, u of them above the main one: entry (i, j) in row u+i-j, column j. */
export const banded = (u: number): IndexMap =>
  map(
    'band',
    (_, n) => [n, n],
    (q, n) => (i, j) => (u + i - j >= 0 && u + i - j < q ? (u + i - j) * n + j : -1),
  );
/** The entries (i, i+d) of the matrix of its diagonals, as a column; zeros where there are none. */
export const bandDiagonalAt = (u: number, d: number): IndexMap =>
  map(
    'diag',
    (_, n) => [n, 1],
    (_, n) => (i) => (i + d >= 0 && i + d < n ? (u - d) * n + i + d : -1),
  );
/** Row i+d in row i, zeros where there is none. */
export const rowsShifted = (d: number): IndexMap =>
  map(
    'shift',
    (n, k) => [n, k],
    (n, k) => (i, j) => (i + d >= 0 && i + d < n ? (i + d) * k + j : -1),
  );
