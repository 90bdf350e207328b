import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { copied, mapped } from '../../kernel/mapped.ts';
import { padeLog } from '../../kernel/padeLog.ts';
import { trsyl } from '../../kernel/trsyl.ts';
import { type Jet, jet, jets } from '../expm/jets.ts';
import { congruence, member, norm1, overStacks, times, turned, turnedStack } from '../schur/members.ts';
import { schur } from '../schur/schur.ts';
import { quasiRoot, rootJet } from '../sqrtm/quasiRoot.ts';
import { refinedBy } from '../sylvester/refined.ts';
import { slackOf } from '../sylvester/separation.ts';
import { mendLog, mendRoot, spectralDistance } from './diagonal.ts';

/** The principal logarithm of a stack of matrices, with what its derivatives need. */
export interface Logm {
  /** log A, eigenvalues with imaginary parts in (-π, π), [..., n, n] */
  readonly Y: NdArray;
  /** The Fréchet derivative L(A, E); of several E the multilinear one, the mixed derivative ∂ᵏ log(A + ΣtᵢEᵢ) at 0. */
  frechet(...E: NdArray[]): NdArray;
  /** The adjoint of E ↦ L(A, E): L(Aᵀ, Ȳ). */
  frechetT(Ybar: NdArray): NdArray;
}

/**
 * Largest norms of X for which the [m/m] approximants of log(I + X), m = 1..7, and their derivatives have backward errors
 * below 2^-53: Σ k·|c_k|·β^(k-1) = 2^-53 for e^(r_m(x)) - 1 - x = Σ c_k·x^k, from its series to 120 digits. (The values
 * that Al-Mohy, Higham and Relton 2013, table 1, call β_m.)
 */
const BETA = [2.1073e-8, 2.5141e-4, 5.934e-3, 2.8893e-2, 7.3898e-2, 1.3614e-1, 2.0751e-1];
// |log λ| < 2^11 for every float64, so 2^-s·log λ is small long before; what remains is for non-normal matrices.
const ROOTS = 100;

/**
 * The degree that X = T^(1/2^s) - I allows; 0 for none. By its norm, not by those of its powers, which would do for the value:
 * the words X^i·E·X^j of a derivative may be large where X is nilpotent.
 */
function degreeFor(n: number, X: Float64Array): number {
  const size = norm1(n, X);
  return 1 + BETA.findIndex((beta) => size <= beta);
}

function lost(op: string): never {
  throw new DomainError(op, 'expected a logarithm that float64 determines, got loss of all digits');
}

/** log of one quasi-triangular T and of jets around it, by inverse scaling and squaring. */
function logarithm(op: string, n: number, T: Float64Array): (E: readonly Float64Array[]) => Jet {
  const roots: Float64Array[] = [];
  let X = T;
  let degree = 0;
  for (let s = 0; degree === 0; s++) {
    if (s > 0) {
      const U = copied(roots.length === 0 ? T : roots[roots.length - 1]);
      quasiRoot(n, U, 0);
      roots.push(U);
    }
    if (s < ROOTS && spectralDistance(n, T, s) > BETA[6]) continue;
    X = copied(roots[s - 1] ?? T);
    mendRoot(n, T, s, X);
    degree = s < ROOTS ? degreeFor(n, X) : 7;
  }
  const { nodes, weights } = padeLog(degree);
  const memo: unknown[] = [];
  const scale = 2 ** roots.length;
  return (E) => {
    const R = jets(n, memo, () => lost(op));
    const root = roots.reduce(
      (Z, U) =>
        rootJet(n, U, Z, (C) => {
          trsyl(n, n, U, 0, n, U, 0, n, C, 0, n);
          return C;
        }),
      jet(T, E),
    );
    const Z: Jet = [X, ...root.slice(1)];
    const terms = Array.from(nodes, (t, j) => [scale * weights[j], R.divide(R.sum([[t, Z]], 1), Z)] as const);
    const L = R.sum(terms, 0);
    R.once(() => mendLog(n, T, L[0] as Float64Array));
    return L;
  };
}

function requireDomain(op: string, n: number, T: Float64Array, slack: number): void {
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    if (T[p] > slack || (i > 0 && T[p - 1] !== 0) || (i + 1 < n && T[p + n] !== 0)) continue;
    throw new DomainError(
      op,
      `expected no eigenvalue on the closed negative real axis, got ${T[p].toPrecision(3)}`,
      'A matrix with such an eigenvalue has no principal logarithm.',
    );
  }
}

/** Q·(3I - QᵀQ)/2: a step of Newton's towards the nearest orthogonal matrix. */
function orthogonalised(n: number, Q: Float64Array): Float64Array {
  const G = times(n, n, n, turned(n, n, Q), Q);
  for (let p = 0; p < G.length; p++) G[p] = ((p % (n + 1) === 0 ? 3 : 0) - G[p]) / 2;
  return times(n, n, n, Q, G);
}

/**
 * log of one matrix and of jets around it. Its Schur form Q·T·Qᵀ is known to some ten ulps; with D = Qᵀ·A·Q - T in another
 * infinitesimal, f(T) + L_f(T; D) has the accuracy of the residual, about one.
 */
function corrected(op: string, n: number, A: Float64Array, T: Float64Array, Q: Float64Array, exact: boolean) {
  const run = logarithm(op, n, T);
  const q = exact ? Q : orthogonalised(n, Q);
  const D = mapped(congruence(n, n, q, A, q, false), (x, p) => x - T[p]);
  return (E: readonly Float64Array[]): Float64Array | null => {
    const inside = E.map((X) => congruence(n, n, q, X, q, false));
    const L = run(exact ? inside : [...inside, D]);
    // Without and with D, whose bit is the highest.
    const plain = L[2 ** E.length - 1];
    const correction = exact ? null : L[L.length - 1];
    const sum = plain && correction ? refinedBy(plain, correction) : plain;
    return sum && congruence(n, n, q, sum, q, true);
  };
}

/** log A for each member of a stack [..., n, n]; `op` names the caller in errors. */
export function logm(A: NdArray, op: string): Logm {
  const F = schur(A, op);
  const { n, T, Q } = F;
  const stack = stackOf(A);
  const each = Array.from({ length: sizeOf(stack) }, (_, m) => {
    const slack = slackOf(F, m);
    requireDomain(op, n, member(T, m), slack);
    return corrected(op, n, member(A, m), member(T, m), member(Q, m), slack === 0);
  });
  const frechet = (...E: NdArray[]): NdArray =>
    overStacks([stack, ...E.map(stackOf)], n, n, ([m, ...at], out) => {
      const L = each[m](E.map((X, i) => member(X, at[i])));
      if (L) out.set(L);
    });
  const Y = frechet();
  if (!Y.data.every(Number.isFinite)) lost(op);
  return { Y, frechet, frechetT: (Ybar) => turnedStack(frechet(turnedStack(Ybar))) };
}
