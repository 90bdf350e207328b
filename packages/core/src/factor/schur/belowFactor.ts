import type { NdArray } from '../../array.ts';
import { DegenerateError } from '../../errors.ts';
import { trsylBlock } from '../../kernel/trsylBlock.ts';
import { frobenius } from '../sylvester/separation.ts';
import { type BelowFactor, belowPair } from './belowPair.ts';
import { spectrum } from './schur.ts';

/** Rows of the diagonal block of T that begins at row i. */
const rowsAt = (n: number, T: Float64Array, i: number): number =>
  i + 1 < n && T[(i + 1) * n + i] !== 0 ? 2 : 1;

/** b + c of the block [[a, b], [c, a]] at row i. */
const normality = (n: number, T: Float64Array, i: number): number => T[i * n + i + 1] + T[(i + 1) * n + i];

/** Throws unless rounding leaves all eigenvalues apart, and no block of a pair a multiple of a rotation, whose basis is free. */
function requireDistinct(op: string, n: number, T: Float64Array): void {
  const slack = 8 * n * 2 ** -52 * frobenius(T);
  const [re, im] = [new Float64Array(n), new Float64Array(n)];
  spectrum(n, T, re, im);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const gap = Math.hypot(re[i] - re[j], im[i] - im[j]);
      if (!(gap > slack))
        throw new DegenerateError(op, gap, [j, i], 'Functions of the matrix have derivatives there.');
    }
    if (rowsAt(n, T, i) === 2 && !(Math.abs(normality(n, T, i)) > slack)) {
      throw new DegenerateError(
        op,
        Math.abs(normality(n, T, i)),
        [i],
        `The sum of the entries off the diagonal in the block of a complex pair, at row ${i}: a rotation has no basis of its own. eig and functions of the matrix have derivatives there.`,
      );
    }
  }
}

/**
 * X := solution of T·X - X·T = X in the blocks on and below the diagonal, or on and above it, rows from below and each from the
 * left, so that all that a block needs is known when it comes. In the block [[a, b], [c, a]] of a pair there is one unknown:
 * - below, X = [[0, 0], [x, 0]] stands for K = X - Xᵀ and T·K - K·T = (b + c)·x·diag(1, -1) for the difference on the diagonal;
 * - above, where it is the adjoint, X = x·diag(1, -1) and T·X - X·T = 2x·[[0, -b], [c, 0]] for the skew part.
 */
function sweep(n: number, T: Float64Array, X: Float64Array, below: boolean): void {
  const minus = T.map((x) => -x);
  for (let end = n, p = 1; end > 0; end -= p) {
    p = end > 1 ? rowsAt(n, T, end - 2) : 1;
    const i = end - p;
    for (let j = below ? 0 : i, q = 1; j < (below ? end : n); j += q) {
      q = rowsAt(n, T, j);
      for (let r = i; r < end; r++) {
        for (let c = j; c < j + q; c++) {
          let sum = X[r * n + c];
          for (let k = end; k < (below ? n : j + q); k++) sum -= T[r * n + k] * X[k * n + c];
          for (let k = below ? 0 : i; k < j; k++) sum += X[r * n + k] * T[k * n + c];
          X[r * n + c] = sum;
        }
      }
      const at = i * n + j;
      if (i !== j) trsylBlock(false, p, q, T, i * (n + 1), n, minus, j * (n + 1), n, X, at, n);
      else if (p === 1) X[at] = 0;
      else {
        const twice = 2 * normality(n, T, i);
        const x = below ? (X[at] - X[at + n + 1]) / twice : X[at + n] / twice;
        X[at] = below ? 0 : x;
        X[at + 1] = 0;
        X[at + n + 1] = 0 - X[at];
        X[at + n] = below ? x : 0;
      }
    }
  }
}

/** What derivatives of real Schur forms with the quasi-triangular factors T divide by. */
export const belowFactor = (T: NdArray, op: string): BelowFactor =>
  belowPair(T, {
    require: (n, one) => requireDistinct(op, n, one),
    solve(n, one, C, X) {
      X.set(C);
      sweep(n, one, X, true);
    },
    // Zᵀ is upper: Tᵀ·Z - Z·Tᵀ = C, transposed, is T·Zᵀ - Zᵀ·T = C for a skew C.
    solveT(n, one, C, Z) {
      sweep(n, one, C, false);
      for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) Z[i * n + j] = C[j * n + i];
    },
    keep(n, one, X) {
      for (let i = 0, p = 1; i < n; i += p) {
        p = rowsAt(n, one, i);
        for (let r = i; r < i + p; r++) X.fill(0, r * n, r * n + i);
        const at = i * (n + 1);
        if (p === 2) X[at] = X[at + n + 1] = (X[at] + X[at + n + 1]) / 2;
      }
    },
  });
