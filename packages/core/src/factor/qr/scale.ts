import { exponent, ldexp } from '../../kernel/exponent.ts';
import { transpose } from '../../kernel/transpose.ts';

// Where the squares of a column add up to a number between these bounds, neither the products nor the sums of a reflection leave
// the range of doubles.
const LEAST = 2 ** -800;
const MOST = 2 ** 800;

/**
 * The columns of a row-major m×n matrix A as rows of V.
 *
 * A column so large or small that products leave the range is scaled by a power of two, which changes that column of R only and
 * Q not at all.
 *
 * @returns exponents: column j of V is 2^-e_j times that of A; null if nothing was scaled
 */
export function loadColumns(
  m: number,
  n: number,
  A: Float64Array,
  a: number,
  V: Float64Array,
  v: number,
): Int32Array | null {
  transpose(m, n, A, a, n, V, v, m);
  return scaleRows(n, m, V, v);
}

/** The same for the transpose of a row-major n×m matrix: its rows are those of V. */
export function loadRows(
  n: number,
  m: number,
  A: Float64Array,
  a: number,
  V: Float64Array,
  v: number,
): Int32Array | null {
  for (let p = 0; p < n * m; p++) V[v + p] = A[a + p];
  return scaleRows(n, m, V, v);
}

function scaleRows(n: number, m: number, V: Float64Array, v: number): Int32Array | null {
  let scales: Int32Array | null = null;
  for (let j = 0, p = v; j < n; j++, p += m) {
    let squares = 0;
    for (let q = p; q < p + m; q++) squares += V[q] * V[q];
    if (squares > LEAST && squares < MOST) continue;
    let most = 0;
    for (let q = p; q < p + m; q++) most = Math.max(most, Math.abs(V[q]));
    if (!(most > 0)) continue;
    const e = exponent(most);
    scales ??= new Int32Array(n);
    scales[j] = e;
    for (let q = p; q < p + m; q++) V[q] = ldexp(V[q], -e);
  }
  return scales;
}

/** Column j of the row-major k×n matrix R times 2^e_j. */
export function unscaleColumns(k: number, n: number, e: Int32Array, R: Float64Array, r: number): void {
  for (let i = 0, p = r; i < k; i++) for (let j = 0; j < n; j++, p++) R[p] = ldexp(R[p], e[j]);
}
