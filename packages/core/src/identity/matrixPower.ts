import type { Factored, Term } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { defineIdentity } from '../define/define.ts';
import { invertible } from '../define/domain.ts';
import { admitIllConditioned } from '../define/illConditioned.ts';
import * as special from '../define/special.ts';
import { DomainError } from '../errors.ts';
import { lu } from '../factor/lu/lu.ts';
import * as float64 from '../interpret/float64/products.ts';

const { eye, mul } = float64;

/** B^k for k ≥ 0, by squaring. */
function power(B: NdArray, k: number): NdArray {
  if (k === 0) return eye(B);
  const half = power(B, Math.floor(k / 2));
  return k % 2 === 0 ? mul(half, half) : mul(half, half, B);
}

/**
 * Integer power of a square matrix.
 *
 * @param A n×n matrix, nonsingular where k is negative
 * @param k the exponent, an integer
 * @returns Y = A^k: the identity for k = 0, (A⁻¹)^|k| for negative k
 * @throws {ShapeError} if A is not square
 * @throws {DomainError} if k is no integer
 * @throws {SingularMatrixError} if k is negative and A singular to working precision
 * @throws {NonFiniteError} if an entry is NaN or infinite
 * @example
 * toNested(matrixPower([[1, 1], [0, 1]], 3)) //=> [[1, 3], [0, 1]]
 * toNested(matrixPower([[2, 0], [0, 4]], -1)) //=> [[0.5, 0], [0, 0.25]]
 * @flops 2n^3 log2 k
 * @source Petersen & Pedersen 2012, eq. 91
 */
export const matrixPower = /* @__PURE__ */ defineIdentity<'(n,n)->(n,n)', [k: number]>({
  name: 'matrixPower',
  signature: '(n,n)->(n,n)',
  domain: [invertible],
  check: (_, [k]) => {
    if (!Number.isInteger(k)) throw new DomainError('matrixPower', `expected an integer exponent, got ${k}`);
  },
  forward: ([A], [k]) => {
    if (k >= 0) return { y: power(A, k) };
    const f = admitIllConditioned(lu(A, 'matrixPower'), undefined, 'matrixPower');
    return { y: power(f.inverse(), -k), f };
  },
  latex: (A) => `${A}^{k}`,
  // With B = A or A⁻¹ and m = |k|: d(B^m) = S_m(dB) with S_m(E) = Σ_i B^i·E·B^(m-1-i), by doubling; the adjoint is that of Bᵀ.
  words: { ldiv: special.ldiv, eye: special.eye, add: special.add },
  rule: ({ add, eye, fill, ldiv, mul, neg, t }) => {
    const base = (f: Factored, A: Term, k: number) => (k < 0 ? ldiv(f, eye(A)) : A);
    /** B^m and S_m(E): S_2h = S_h·B^h + B^h·S_h, and S_(m+1) = S_m·B + B^m·E. */
    const both = (B: Term, E: Term, m: number): readonly [power: Term, sum: Term] => {
      if (m === 1) return [B, E];
      const [P, S] = both(B, E, m >> 1);
      const [square, twice] = [mul(P, P), add(mul(S, P), mul(P, S))];
      return m % 2 === 0 ? [square, twice] : [mul(square, B), add(mul(twice, B), mul(square, E))];
    };
    const sum = (B: Term, E: Term, m: number) => (m === 0 ? fill(E, 0) : both(B, E, m)[1]);
    return {
      jvp: ({ x: [A], f, o: [k] }, dA) => {
        const B = base(f, A, k);
        return sum(B, k < 0 ? neg(mul(B, dA, B)) : dA, Math.abs(k));
      },
      vjp: ({ x: [A], f, o: [k] }, Ybar) => {
        const Bt = t(base(f, A, k));
        const Bbar = sum(Bt, Ybar, Math.abs(k));
        return [k < 0 ? neg(mul(Bt, Bbar, Bt)) : Bbar];
      },
    };
  },
  examples: [{ options: [3] }, { options: [0] }, { options: [-2] }],
});
