/** What counts as zero beside the largest singular value of an m×n matrix: its rounding, max(m, n)·ε. */
export const rankTolerance = (m: number, n: number): number => Math.max(m, n) * 2 ** -52;
