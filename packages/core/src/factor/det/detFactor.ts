import { type NdArray, stackOf } from '../../array.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { gemm } from '../../kernel/gemm.ts';
import { productsOfOthers } from '../../kernel/otherProducts.ts';
import type { LU } from '../lu/lu.ts';
import { rcondOf } from '../lu/rcond.ts';
import { congruence, member, overStacks } from '../schur/members.ts';
import { cofactorForm } from './cofactorForm.ts';
import { type Diagonalised, fromLU, fromSVD } from './diagonalise.ts';

// LU gives cofactors in full accuracy while the triangles are well conditioned; the SVD does at every matrix, at many
// times the cost. Chosen by the condition of the equilibrated matrix: pivots do not reveal rank. What LU loses
// to its triangles is lost again with every direction: from the third derivative of det on it is the SVD always.
const SVD_BELOW = 1e-8;

/**
 * A factorisation that knows the determinant's derivatives at every matrix, singular ones included.
 *
 * With the equilibrated M = R·A·C = X·D·Y, D diagonal, X and Y of determinant ±1, cof(M) = ±X⁻ᵀ·cof(D)·Y⁻ᵀ, and cof(D) and all of
 * its derivatives are sums of products of the other entries of D: nothing is divided by a small number and det is not a factor, so
 * every rank is regular (Higham 2002, §14.6; Stewart 1998).
 */
export class DetFactor {
  // A class, since a value alone needs none of this: closures would cost as much as the determinant of a 4×4 matrix.
  readonly A: NdArray;
  readonly f: LU;
  private readonly known: {
    readonly rcond: number;
    lu?: Diagonalised;
    svd?: Diagonalised;
    unscaled?: Diagonalised;
  }[] = [];

  constructor(f: LU) {
    this.A = f.A;
    this.f = f;
  }

  /** The coordinates for derivatives of so high an order: those of which there are several give the better of their results. */
  private coordinates(m: number, order: number): readonly Diagonalised[] {
    const { A, f } = this;
    const { n, factors } = f;
    this.known[m] ??= { rcond: rcondOf(factors, m, A.data, m * n * n) };
    const known = this.known[m];
    if (order < 2 && known.rcond >= SVD_BELOW) {
      known.lu ??= fromLU(factors, m);
      return [known.lu];
    }
    known.svd ??= fromSVD(f, m, true);
    if (order < 2 || !factors.S) return [known.svd];
    known.unscaled ??= fromSVD(f, m, false);
    return [known.svd, known.unscaled];
  }

  /** The derivative of cof at A along E_1, …, E_m [..., n, n], the cofactors for no direction; stacks broadcast. */
  spectral(E: readonly NdArray[]): NdArray {
    const { A } = this;
    const { n } = this.f;
    if (E.length === 0) return this.cofactor();
    return overStacks([A, ...E].map(stackOf), n, n, ([at, ...k], out) => {
      if (n === 2 && E.length === 1) out.set(cofactors2(member(E[0], k[0])));
      // cof is of degree n - 1.
      if (n === 2 || E.length >= n) return;
      const [first, second] = this.coordinates(at, E.length).map((by) => scaledTo(by, n, E, k));
      const { by, S, e } = second && bound(n, second) < bound(n, first) ? second : first;
      const inside = S.map((X) => congruence(n, n, by.G, X, by.H, false));
      const [X, p] = cofactorForm(n, by.sign, by.d, inside);
      out.set(congruence(n, n, by.G, X, by.H, true));
      unscale(n, by.powers, e + p, out, 0);
    });
  }

  /** cof(A), [..., n, n]: the gradient of det. */
  cofactor(): NdArray {
    const {
      A,
      f: { n, factors },
    } = this;
    const nn = n * n;
    if (n === 2) return { shape: A.shape, data: cofactors2(A.data) };
    const data = new Float64Array(factors.members * nn);
    const P = new Float64Array(n);
    const S = new Float64Array(nn);
    for (let m = 0; m < factors.members; m++) {
      const [{ powers, sign, d, G, H }] = this.coordinates(m, 0);
      const e = productsOfOthers(n, d, 0, P);
      for (let i = 0; i < nn; i++) S[i] = G[i] * P[i % n];
      gemm(n, n, n, sign, S, 0, n, 1, H, 0, 1, n, 0, data, m * nn, n);
      unscale(n, powers, e, data, m * nn);
    }
    return { shape: A.shape, data };
  }
}

/** Factors for derivatives of det out of an LU. */
export const detFactor = (f: LU): DetFactor => new DetFactor(f);

/** Directions S·2^e in such coordinates. */
interface Scaled {
  readonly by: Diagonalised;
  readonly S: readonly Float64Array[];
  readonly e: number;
}

function scaledTo(by: Diagonalised, n: number, E: readonly NdArray[], k: readonly number[]): Scaled {
  let e = 0;
  const S = E.map((X, i) => {
    const S = new Float64Array(n * n);
    e += scaleDirection(n, by.powers, X.data, k[i] * n * n, S);
    return S;
  });
  return { by, S, e };
}

/**
 * log₂ of what rounding may change: with r = n - 1 - m, the product of the r - 1 largest entries of D, times the first for the
 * one that is off by ε of it, times the sizes of the directions.
 *
 * Scaling that fits A alone makes directions large in rows that a product can take but once.
 */
function bound(n: number, { by: { powers, d }, S, e }: Scaled): number {
  let sum = e + Math.max(...powers.subarray(0, n)) + Math.max(...powers.subarray(n));
  for (const p of powers) sum -= p;
  for (let i = -1; i < n - 2 - S.length; i++) sum += Math.log2(d[Math.max(i, 0)]);
  return sum;
}

/** cof(A) = det(R·C)⁻¹·R·cof(M)·C, in exponents. */
function unscale(n: number, powers: Int32Array, e: number, X: Float64Array, x: number): void {
  const total = powers.reduce((sum, p) => sum - p, e);
  for (let i = 0, p = x; i < n; i++) {
    for (let j = n; j < 2 * n; j++, p++) X[p] = ldexp(X[p], total + powers[i] + powers[j]);
  }
}

/** cof of 2×2 matrices, a permutation with signs: linear, hence its own derivative, and exact. */
const cofactors2 = (X: Float64Array): Float64Array =>
  X.map((_, i) => (i % 4 === 0 || i % 4 === 3 ? X[i + 3 - 2 * (i % 4)] : -X[i + 3 - 2 * (i % 4)]));

/** S·2^e := R·E·C with the largest entry of S near 1; e is returned. */
function scaleDirection(
  n: number,
  powers: Int32Array,
  E: Float64Array,
  off: number,
  S: Float64Array,
): number {
  let max = -1 / 0;
  const power = (i: number) => powers[Math.floor(i / n)] + powers[n + (i % n)];
  for (let i = 0; i < n * n; i++) if (E[off + i] !== 0) max = Math.max(max, exponent(E[off + i]) + power(i));
  if (max === -1 / 0) max = 0;
  for (let i = 0; i < n * n; i++) S[i] = ldexp(E[off + i], power(i) - max);
  return max;
}
