import type { RationalMatrix } from './rational.ts';

/** Integer determinant and adjugate of an integer matrix, exactly, at every rank. */
export function adjugateOfIntegers(n: number, M: readonly bigint[]): { det: bigint; adj: bigint[] } {
  return bareiss(n, M) ?? faddeevLeVerrier(n, M);
}

/**
 * Fraction-free Gauss-Jordan elimination on [M | I]: every division is exact (Bareiss 1968), and the right half ends
 * as det(M)·M⁻¹ up to the sign of the row exchanges. Gives up on a singular matrix.
 */
function bareiss(n: number, M: readonly bigint[]): { det: bigint; adj: bigint[] } | undefined {
  const W: bigint[][] = Array.from({ length: n }, (_, i) => [
    ...M.slice(i * n, (i + 1) * n),
    ...Array.from({ length: n }, (_, j) => (i === j ? 1n : 0n)),
  ]);
  let previous = 1n;
  let sign = 1n;
  for (let k = 0; k < n; k++) {
    const p = W.findIndex((row, i) => i >= k && row[k] !== 0n);
    if (p < 0) return undefined;
    if (p !== k) {
      [W[k], W[p]] = [W[p] as bigint[], W[k] as bigint[]];
      sign = -sign;
    }
    const pivotRow = W[k] as bigint[];
    const pivot = pivotRow[k] as bigint;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const row = W[i] as bigint[];
      const factor = row[k] as bigint;
      for (let j = 0; j < 2 * n; j++)
        row[j] = (pivot * (row[j] as bigint) - factor * (pivotRow[j] as bigint)) / previous;
    }
    previous = pivot;
  }
  // The left half is now `previous`·I. The exchanges have gone into the right half, so adj needs the sign only once.
  return { det: sign * previous, adj: W.flatMap((row) => row.slice(n).map((x) => sign * x)) };
}

/** adj(M) = (-1)^(n-1) (M^(n-1) + c_1 M^(n-2) + ...): the Faddeev-LeVerrier recursion, whose divisions are exact. */
function faddeevLeVerrier(n: number, M: readonly bigint[]): { det: bigint; adj: bigint[] } {
  const multiply = (A: readonly bigint[], B: readonly bigint[]) =>
    A.map((_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      let sum = 0n;
      for (let k = 0; k < n; k++) sum += (A[i * n + k] as bigint) * (B[k * n + j] as bigint);
      return sum;
    });
  const trace = (A: readonly bigint[]) => A.reduce((sum, x, at) => (at % (n + 1) === 0 ? sum + x : sum), 0n);
  const shift = (A: readonly bigint[], c: bigint) => A.map((x, at) => (at % (n + 1) === 0 ? x + c : x));

  let N: bigint[] = shift(new Array<bigint>(n * n).fill(0n), 1n);
  let c = 1n;
  for (let k = 1; k <= n; k++) {
    const product = multiply(M, N);
    c = -trace(product) / BigInt(k);
    if (k < n) N = shift(product, c);
  }
  const sign = n % 2 === 0 ? 1n : -1n;
  return { det: sign * c, adj: N.map((x) => -sign * x) };
}

/** det(A) = det.num/det.den and adj(A) of a rational matrix: those of the numerators over powers of the denominator. */
export function adjugate(A: RationalMatrix): { det: { num: bigint; den: bigint }; adj: RationalMatrix } {
  const n = A.rows;
  const { det, adj } = adjugateOfIntegers(n, A.num);
  return {
    det: { num: det, den: A.den ** BigInt(n) },
    adj: { rows: n, cols: n, num: adj, den: A.den ** BigInt(n - 1) },
  };
}

/** A⁻¹ = adj(A)/det(A). */
export function inverse(A: RationalMatrix): RationalMatrix {
  const { det, adj } = adjugate(A);
  if (det.num === 0n) throw new RangeError('the matrix is singular');
  const sign = det.num < 0n ? -1n : 1n;
  return { ...adj, num: adj.num.map((x) => sign * x * det.den), den: adj.den * sign * det.num };
}
