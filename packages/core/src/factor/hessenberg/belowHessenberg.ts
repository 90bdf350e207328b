import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { type BelowFactor, belowPair } from '../schur/belowPair.ts';
import { frobenius } from '../sylvester/separation.ts';

/** Throws where a step of the reduction had nothing left to reduce: the columns of Q after it are free. */
function requireUnreduced(op: string, n: number, H: Float64Array): void {
  const least = 8 * n * 2 ** -52 * frobenius(H);
  for (let j = 0; j + 2 < n; j++) {
    const h = H[(j + 1) * n + j];
    if (!(Math.abs(h) > least)) {
      throw new DomainError(
        op,
        `expected no zero below the diagonal for derivatives, got ${h.toExponential(2)} in column ${j}`,
        'The form is not unique there.',
      );
    }
  }
}

/** X column by column, its first zero: x_(i,j+1)·h_(j+1,j) = (H·X)_ij - Σ_{k≤j} x_ik·h_kj - c_ij for i ≥ j + 2. */
function solve(n: number, H: Float64Array, C: Float64Array, X: Float64Array): void {
  for (let j = 0; j + 2 < n; j++) {
    for (let i = j + 2; i < n; i++) {
      let sum = -C[i * n + j];
      for (let k = i - 1; k < n; k++) sum += H[i * n + k] * X[k * n + j];
      for (let k = 1; k <= j; k++) sum -= X[i * n + k] * H[k * n + j];
      X[i * n + j + 1] = sum / H[(j + 1) * n + j];
    }
  }
}

/** The adjoint, from the last column: z_(a,b-1)·h_(b,b-1) = Σ_{b+2≤i≤a+1} h_ia·z_ib - Σ_{b≤j≤a-2} h_bj·z_aj - c_ab. */
function solveT(n: number, H: Float64Array, C: Float64Array, Z: Float64Array): void {
  for (let b = n - 2; b > 0; b--) {
    for (let a = b + 1; a < n; a++) {
      let sum = -C[a * n + b];
      for (let i = b + 2; i < Math.min(a + 2, n); i++) sum += H[i * n + a] * Z[i * n + b];
      for (let j = b; j < a - 1; j++) sum -= H[b * n + j] * Z[a * n + j];
      Z[a * n + b - 1] = sum / H[b * n + b - 1];
    }
  }
}

/** What derivatives of Hessenberg forms H divide by. */
export const belowHessenberg = (H: NdArray, op: string): BelowFactor =>
  belowPair(H, {
    require: (n, one) => requireUnreduced(op, n, one),
    solve,
    solveT,
    keep(n, _, X) {
      for (let i = 2; i < n; i++) X.fill(0, i * n, i * n + i - 1);
    },
  });
