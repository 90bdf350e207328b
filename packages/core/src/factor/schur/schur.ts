import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { francis } from '../../kernel/francis.ts';
import { hessenbergInPlace } from '../../kernel/hessenbergInPlace.ts';
import { congruence, member, overStacks, turnedStack } from './members.ts';
import { normalised, rescale, SAFE } from './normalise.ts';

// A shift or two per eigenvalue is usual; LAPACK's cap is 30 per eigenvalue of the whole matrix.
const stepsFor = (n: number): number => 30 * Math.max(10, n);

/** Real Schur forms A = Q·T·Qᵀ of a stack. */
export interface Schur {
  readonly n: number;
  /** The matrices, kept by reference. */
  readonly A: NdArray;
  /**
   * [..., n, n], upper quasi-triangular: 1×1 blocks on the diagonal hold real eigenvalues, 2×2 blocks [[a, b], [c, a]] with
   * b·c < 0 pairs a ± i·sqrt(-bc).
   */
  readonly T: NdArray;
  /** [..., n, n], orthogonal. */
  readonly Q: NdArray;
  /** Eigenvalues in the order of the diagonal of T, of a pair the one with positive imaginary part first; [..., n] each. */
  eigenvalues(): { re: NdArray; im: NdArray };
  /** Q·T·Qᵀ */
  reconstruct(): NdArray;
  /** The Schur form of Aᵀ, which takes no further factorisation. */
  transposed(): Schur;
}

/** Eigenvalues of an n×n quasi-triangular T as they stand on its diagonal. */
export function spectrum(n: number, T: Float64Array, re: Float64Array, im: Float64Array, at = 0): void {
  for (let i = 0; i < n; i++) {
    const p = i * (n + 1);
    re[at + i] = T[p];
    if (i + 1 === n || T[p + n] === 0) continue;
    const mu = Math.sqrt(Math.abs(T[p + 1])) * Math.sqrt(Math.abs(T[p + n]));
    im[at + i] = mu;
    re[at + ++i] = T[p + n + 1];
    im[at + i] = -mu;
  }
}

/** X := J·Xᵀ·J, J the reversal: upper quasi-triangular forms stay so. */
const flipped = (X: NdArray): NdArray => {
  const n = X.shape[X.shape.length - 1];
  return overStacks([stackOf(X)], n, n, ([m], out) => {
    const from = member(X, m);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) out[i * n + j] = from[(n - 1 - j) * n + n - 1 - i];
    }
  });
};

/** X := X·J: columns in reverse. */
const reversed = (X: NdArray): NdArray => {
  const n = X.shape[X.shape.length - 1];
  return {
    shape: X.shape,
    data: X.data.map((_, p) => X.data[p - (p % n) + n - 1 - (p % n)]),
  };
};

/** The Schur form of A from its two factors. */
export function schurOf(A: NdArray, T: NdArray, Q: NdArray): Schur {
  const n = T.shape[T.shape.length - 1];
  let turned: Schur | undefined;
  return {
    n,
    A,
    T,
    Q,
    eigenvalues() {
      const shape = T.shape.slice(0, -1);
      const re = new Float64Array(sizeOf(shape));
      const im = new Float64Array(re.length);
      for (let m = 0; m * n < re.length; m++) spectrum(n, member(T, m), re, im, m * n);
      return { re: { shape, data: re }, im: { shape, data: im } };
    },
    reconstruct: () =>
      overStacks([stackOf(T)], n, n, ([m], out) =>
        out.set(congruence(n, n, member(Q, m), member(T, m), member(Q, m), true)),
      ),
    // Aᵀ = (Q·J)·(J·Tᵀ·J)·(Q·J)ᵀ
    transposed() {
      turned ??= schurOf(turnedStack(A), flipped(T), reversed(Q));
      return turned;
    },
  };
}

/** Largest subdiagonal entry of rows 1..i: what is left to annihilate. */
function subdiagonal(n: number, T: Float64Array, off: number, i: number): number {
  let max = 0;
  for (let k = 1; k <= i; k++) max = Math.max(max, Math.abs(T[off + k * n + k - 1]));
  return max;
}

/** The Schur form of the finite matrix at A[a], to T[t] and Q[q]; -1, or the row of T where iterations did not converge. */
export function schurMember(
  n: number,
  A: Float64Array,
  a: number,
  T: Float64Array,
  t: number,
  Q: Float64Array,
  q: number,
): number {
  const e = normalised(n * n, A, a, T, t, SAFE);
  hessenbergInPlace(n, T, t, 0, n - 1, Q, q);
  const row = francis(n, T, t, 0, n - 1, Q, q, stepsFor(n));
  if (row < 0) rescale(n * n, T, t, e);
  return row;
}

/** Factors each member of a stack [..., n, n]; `op` names the caller in errors. */
export function schur(A: NdArray, op: string): Schur {
  const n = A.shape[A.shape.length - 1];
  const T = allocate(A.data.length);
  const Q = allocate(A.data.length);
  for (let a = 0; a < T.length; a += n * n) {
    const row = schurMember(n, A.data, a, T, a, Q, a);
    if (row >= 0) throw new NoConvergenceError(op, stepsFor(n), subdiagonal(n, T, a, row));
  }
  return schurOf(A, { shape: A.shape, data: T }, { shape: A.shape, data: Q });
}
