import type { NdArray } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { jet } from '../expm/jets.ts';
import { congruence, member, overStacks, stackOf } from '../schur/members.ts';
import { type Schur, schur, schurOf } from '../schur/schur.ts';
import { requireSeparated, slackOf } from '../sylvester/separation.ts';
import { type Sylvester, sylvesterOf } from '../sylvester/sylvester.ts';
import { quasiRoot, rootJet } from './quasiRoot.ts';

/** The principal square root of a stack of matrices, with what its derivatives need. */
export interface Sqrtm {
  /** Y·Y = A with eigenvalues in the right half plane, [..., n, n] */
  readonly Y: NdArray;
  /** Y·X + X·Y = E: the derivative along E is `solve(E)`, the adjoint `solveT(Ȳ)`. */
  readonly sylvester: Sylvester;
  /** The Fréchet derivative along E; of several E the multilinear one, the mixed derivative ∂ᵏ (A + ΣtᵢEᵢ)^½ at 0. */
  frechet(...E: NdArray[]): NdArray;
  /** The adjoint of E ↦ L(A, E). */
  frechetT(Ybar: NdArray): NdArray;
}

/** The root of one Schur factor; eigenvalues that only rounding keeps from zero are zero. */
function triangularRoot(op: string, n: number, T: Float64Array, slack: number): Float64Array {
  const U = T.slice();
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    if ((i > 0 && U[p - 1] !== 0) || (i + 1 < n && U[p + n] !== 0)) continue;
    if (U[p] < -slack) {
      throw new DomainError(
        op,
        `expected no eigenvalue on the negative real axis, got ${U[p].toPrecision(3)}`,
        'A matrix with such an eigenvalue has no principal square root.',
      );
    }
    if (U[p] <= slack) U[p] = 0;
  }
  if (!quasiRoot(n, U, slack)) {
    throw new DomainError(op, 'expected a matrix with a square root, got a defective eigenvalue 0');
  }
  return U;
}

/** A^½ for each member of a stack [..., n, n]; `op` names the caller in errors. */
export function sqrtm(A: NdArray, op: string): Sqrtm {
  const F = schur(A, op);
  const { n, T, Q } = F;
  const stack = stackOf(A);
  const U = overStacks([stack], n, n, ([m], out) =>
    out.set(triangularRoot(op, n, member(T, m), slackOf(F, m))),
  );
  const S: Schur = schurOf(U, Q);
  const sylvester = sylvesterOf(S, S, op);
  return {
    Y: S.reconstruct(),
    sylvester,
    frechet: (...E) =>
      overStacks([stack, ...E.map(stackOf)], n, n, ([m, ...at], out) => {
        const q = member(Q, m);
        const inside = E.map((X, i) => congruence(n, n, q, member(X, at[i]), q, false));
        requireSeparated(op, false, S, m, S, m);
        const Y = rootJet(n, member(U, m), jet(member(T, m), inside));
        const last = Y[Y.length - 1];
        if (last) out.set(congruence(n, n, q, last, q, true));
      }),
    frechetT: (Ybar) => sylvester.solveT(Ybar),
  };
}
