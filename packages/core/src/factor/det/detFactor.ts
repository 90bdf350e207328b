import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { gemm } from '../../kernel/gemm.ts';
import { productsOfOtherPairs, productsOfOthers } from '../../kernel/otherProducts.ts';
import type { LUFactors } from '../lu/divide.ts';
import { type Divisible, divisible } from '../lu/divisible.ts';
import type { LU } from '../lu/lu.ts';
import { rcondOf } from '../lu/rcond.ts';
import { type Diagonalised, fromLU, fromSVD } from './diagonalise.ts';

// LU gives cofactors in full accuracy while the triangles are well conditioned; the SVD does at every matrix, at many
// times the cost. Chosen by the condition of the equilibrated matrix: pivots do not reveal rank.
const SVD_BELOW = 1e-8;

/**
 * A factorisation that knows the determinant's derivatives at every matrix, singular ones included.
 *
 * With the equilibrated M = R·A·C = X·D·Y, D diagonal, X and Y of determinant ±1, cof(M) = ±X⁻ᵀ·cof(D)·Y⁻ᵀ, and both
 * cof(D) and its derivative are products of the other entries of D: nothing is divided by a small number and det is not a
 * factor, so every rank is regular (Higham 2002, §14.6; Stewart 1998).
 */
export class DetFactor implements Divisible {
  // A class, since a value alone needs none of this: closures would cost as much as the determinant of a 4×4 matrix.
  readonly A: NdArray;
  readonly f: LU;
  readonly known: (Diagonalised | undefined)[] = [];

  constructor(f: LU) {
    this.A = f.A;
    this.f = f;
  }

  solve(B: NdArray): NdArray {
    return divisible(this.f, 'det').solve(B);
  }

  solveT(B: NdArray): NdArray {
    return divisible(this.f, 'det').solveT(B);
  }

  private member(m: number): Diagonalised {
    const { A, f, known } = this;
    const { n, factors } = f;
    known[m] ??= rcondOf(factors, m, A.data, m * n * n) < SVD_BELOW ? fromSVD(f, m) : fromLU(factors, m);
    return known[m];
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
      const { sign, d, G, H } = this.member(m);
      const e = productsOfOthers(n, d, 0, P);
      for (let i = 0; i < nn; i++) S[i] = G[i] * P[i % n];
      gemm(n, n, n, sign, S, 0, n, 1, H, 0, 1, n, 0, data, m * nn, n);
      unscale(n, scales(factors, m), e, data, m * nn);
    }
    return { shape: A.shape, data };
  }

  /** The derivative of cof at A in the direction E [..., n, n]; stacks broadcast. */
  dcofactor(E: NdArray): NdArray {
    const { n, factors } = this.f;
    const nn = n * n;
    const { stack, ia, ib } = pairStacks(stackOf(this.A), stackOf(E));
    const data = new Float64Array(ia.length * nn);
    if (n === 2) {
      for (let i = 0; i < ia.length; i++) {
        const m = ib[i];
        data.set(cofactors2(E.data.subarray(4 * m, 4 * m + 4)), 4 * i);
      }
      return { shape: [...stack, n, n], data };
    }
    const P = new Float64Array(nn);
    const S = new Float64Array(nn);
    const T = new Float64Array(nn);
    for (let i = 0; i < ia.length; i++) {
      const m = ia[i];
      const { sign, d, G, H } = this.member(m);
      const powers = scales(factors, m);
      const scaled = scaleDirection(n, powers, E.data, ib[i] * nn, S);
      gemm(n, n, n, 1, G, 0, 1, n, S, 0, n, 1, 0, T, 0, n);
      gemm(n, n, n, 1, T, 0, n, 1, H, 0, n, 1, 0, S, 0, n);
      const e = productsOfOtherPairs(n, d, 0, P);
      dcofactorOfDiagonal(n, P, S);
      gemm(n, n, n, sign, G, 0, n, 1, S, 0, n, 1, 0, T, 0, n);
      gemm(n, n, n, 1, T, 0, n, 1, H, 0, 1, n, 0, data, i * nn, n);
      unscale(n, powers, e + scaled, data, i * nn);
    }
    return { shape: [...stack, n, n], data };
  }
}

/** Factors for derivatives of det out of an LU. */
export const detFactor = (f: LU): DetFactor => new DetFactor(f);

/** Exponents of R and C, 2n of them. */
const scales = ({ n, S }: LUFactors, m: number): Int32Array =>
  Int32Array.from({ length: 2 * n }, (_, i) => (S ? exponent(S[2 * n * m + i]) : 0));

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

/** S := dcof(D)[S], where P holds the products of all but two: -P_ij·S_ji off, Σ_k P_ik·S_kk on the diagonal. */
function dcofactorOfDiagonal(n: number, P: Float64Array, S: Float64Array): void {
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) diagonal[i] += P[i * n + k] * S[k * (n + 1)];
    for (let j = 0; j < i; j++) {
      const x = S[i * n + j];
      S[i * n + j] = -P[i * n + j] * S[j * n + i];
      S[j * n + i] = -P[j * n + i] * x;
    }
  }
  for (let i = 0; i < n; i++) S[i * (n + 1)] = diagonal[i];
}
