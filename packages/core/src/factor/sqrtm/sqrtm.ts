import { type NdArray, stackOf } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { copied, mapped } from '../../kernel/mapped.ts';
import { trsyl } from '../../kernel/trsyl.ts';
import { jet } from '../expm/jets.ts';
import { congruence, member, overStacks, times, turnedStack } from '../schur/members.ts';
import { type Schur, schur, schurOf } from '../schur/schur.ts';
import { refined, refinedBy } from '../sylvester/refined.ts';
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
  /** The adjoint of E ↦ L(A, E): L(Aᵀ, Ȳ). */
  frechetT(Ybar: NdArray): NdArray;
}

/** The root of one Schur factor; eigenvalues that only rounding keeps from zero are zero. */
function triangularRoot(op: string, n: number, T: Float64Array, slack: number): Float64Array {
  const U = copied(T);
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
  const S = newton(schurOf(A, U, Q), F);
  if (!S.A.data.every(Number.isFinite)) {
    throw new DomainError(op, 'expected a root that float64 determines, got overflow');
  }
  const sylvester = sylvesterOf(S, S, op);
  const frechet = (...E: NdArray[]): NdArray =>
    overStacks([stack, ...E.map(stackOf)], n, n, ([m, ...at], out) => {
      requireSeparated(op, false, S, m, S, m);
      const X = jet(
        member(A, m),
        E.map((e, i) => member(e, at[i])),
      );
      const Y = rootJet(n, member(S.A, m), X, (C) => refined({ stein: false, A: S, i: m, B: S, j: m }, C));
      const last = Y[Y.length - 1];
      if (last) out.set(last);
    });
  return { Y: S.A, sylvester, frechet, frechetT: (Ybar) => turnedStack(frechet(turnedStack(Ybar))) };
}

/**
 * The root Y = Q·U·Qᵀ after a step of Newton's method, Y + D with Y·D + D·Y = A - Y², which repairs the error of the Schur
 * form, with that form. `root` holds A and the factors of Y.
 */
function newton(root: Schur, F: Schur): Schur {
  const { n, A, T: U, Q } = root;
  const Y = overStacks([stackOf(A)], n, n, ([m], out) => {
    const u = member(U, m);
    const q = member(Q, m);
    const first = congruence(n, n, q, u, q, true);
    const R = congruence(n, n, q, minus(member(A, m), times(n, n, n, first, first)), q, false);
    trsyl(n, n, u, 0, n, u, 0, n, R, 0, n);
    // Nothing to repair in triangular matrices.
    out.set(slackOf(F, m) === 0 ? first : refinedBy(first, congruence(n, n, q, R, q, true)));
  });
  return schurOf(Y, U, Q);
}

const minus = (X: Float64Array, Y: Float64Array): Float64Array => mapped(X, (x, p) => x - Y[p]);
