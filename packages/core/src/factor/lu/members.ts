import { allocate } from '../../kernel/allocate.ts';
import { luComplete } from './complete.ts';
import type { LUFactors } from './divide.ts';
import { equilibrate, scaleBy } from './equilibrate.ts';
import { luFactor } from './factor.ts';

// Growth max|U|/max|M| is about n^(2/3) for random matrices (Trefethen and Schreiber 1990) and n for Hadamard ones under
// any pivoting. Whatever passes this limit loses digits and is factored again, by complete pivoting.
const growthLimit = (n: number): number => 4 * n + 32;

/** max|U|; NaN or Infinity if U has overflowed. */
function maxUpper(n: number, F: Float64Array, off: number): number {
  let max = 0;
  for (let i = 0; i < n; i++) {
    for (let p = off + i * (n + 1), end = off + i * n + n; p < end; p++) {
      const x = Math.abs(F[p]);
      if (!(x <= max)) max = x;
    }
  }
  return max;
}

/**
 * max|A| if A can be factored as it stands, else 0: rows within 2^10 of each other, since their sizes decide about pivots,
 * nonzero entries within 2^20 and far from the ends of the range.
 */
function evenMax(n: number, A: Float64Array, off: number): number {
  let max = 0;
  let least = Number.POSITIVE_INFINITY;
  let min = least;
  for (let i = 0, p = off; i < n; i++) {
    let row = 0;
    for (const end = p + n; p < end; p++) {
      const x = Math.abs(A[p]);
      if (x > row) row = x;
      if (x < min && x > 0) min = x;
    }
    if (row > max) max = row;
    if (row < least) least = row;
  }
  return max < 2 ** 10 * least && max < 2 ** 20 * min && max < 2 ** 200 && max > 2 ** -200 ? max : 0;
}

/** Where M comes from: A, scaled by S if there is one. */
function load(n: number, m: number, A: Float64Array, S: Float64Array | null, F: Float64Array): void {
  const a = m * n * n;
  if (S) scaleBy(n, n, S, 2 * n * m, 2 * n * m + n, A, a, F, a);
  else for (let p = a; p < a + n * n; p++) F[p] = A[p];
}

/** Factors every member: as it stands if its entries are of about one size, else scaled by rows and columns. */
export function factorMembers(n: number, members: number, A: Float64Array): LUFactors {
  const nn = n * n;
  const F = allocate(members * (nn + 1));
  const piv = new Int32Array(members * (n + 1));
  let S: Float64Array | null = null;
  let colPiv: Int32Array | null = null;
  for (let m = 0; m < members; m++) {
    const a = m * nn;
    let size = evenMax(n, A, a);
    if (size === 0) {
      S ??= new Float64Array(members * 2 * n).fill(1);
      equilibrate(n, A, a, n, 1, S, 2 * n * m, 2 * n * m + n);
      size = 2;
    }
    load(n, m, A, S, F);
    let first = luFactor(n, n, F, a, piv, m * n);
    if (!(maxUpper(n, F, a) <= growthLimit(n) * size)) {
      colPiv ??= Int32Array.from(piv, (_, i) => i % n);
      load(n, m, A, S, F);
      first = luComplete(n, F, a, piv, colPiv, m * n);
    }
    F[members * nn + m] = size;
    piv[members * n + m] = first;
  }
  return { n, members, F, piv, colPiv, S };
}
