import { type NdArray, sizeOf } from '../../array.ts';
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
  let least = 1 / 0;
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

/** M := A, scaled by S if there is one. */
function load({ n, F, S }: LUFactors, m: number, A: Float64Array, a: number): void {
  const f = m * n * n;
  if (S) scaleBy(n, n, S, 2 * n * m, 2 * n * m + n, A, a, F, f);
  else for (let p = a, q = f, end = a + n * n; p < end; p++, q++) F[q] = A[p];
}

/** Room for the factors of a stack, in one piece of memory. */
export function luRoom(n: number, members: number): LUFactors {
  const numbers = members * (n * n + 1);
  const integers = members * (n + 1);
  const F = allocate(numbers + ((integers + 1) >> 1));
  const piv = new Int32Array(F.buffer, F.byteOffset + 8 * numbers, integers);
  return { n, members, F, piv, colPiv: null, S: null };
}

/**
 * Factors the matrix at A[a] as member m: as it stands if its entries are of about one size, else scaled by rows and columns.
 * A room for one matrix may be used again.
 */
export function factorMember(f: LUFactors, m: number, A: Float64Array, a: number): void {
  const { n, members, F, piv } = f;
  const at = m * n * n;
  if (members === 1) f.S = f.colPiv = null;
  let size = evenMax(n, A, a);
  if (size === 0) {
    f.S ??= new Float64Array(members * 2 * n).fill(1);
    equilibrate(n, A, a, n, 1, f.S, 2 * n * m, 2 * n * m + n);
    size = 2;
  }
  load(f, m, A, a);
  let first = luFactor(n, n, F, at, piv, m * n);
  if (!(maxUpper(n, F, at) <= growthLimit(n) * size)) {
    f.colPiv ??= Int32Array.from(piv, (_, i) => i % n);
    load(f, m, A, a);
    first = luComplete(n, F, at, piv, f.colPiv, m * n);
  }
  F[members * n * n + m] = size;
  piv[members * n + m] = first;
}

/** Factors every member of a stack [..., n, n]. */
export function factorMembers({ shape, data }: NdArray): LUFactors {
  const n = shape[shape.length - 1];
  const f = luRoom(n, sizeOf(shape.slice(0, -2)));
  for (let m = 0; m < f.members; m++) factorMember(f, m, data, m * n * n);
  return f;
}
