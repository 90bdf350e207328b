import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { diagonalProduct, logSplit, type Split } from '../../kernel/diagonalProduct.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { ldlFactor } from '../../kernel/ldlFactor.ts';
import { divideLDL, type LDLFactors, zeroBlock } from './divide.ts';
import { reconstructLDL } from './reconstruct.ts';

/** A factored stack of symmetric n×n matrices, P·A·Pᵀ = L·D·Lᵀ; A may be indefinite or singular. */
export interface LDL {
  readonly A: NdArray;
  readonly n: number;
  /** Unit lower triangular. */
  readonly L: NdArray;
  /** Row i of P·A is row perm[i] of A, [member, n]. */
  readonly perm: Int32Array;
  readonly factors: LDLFactors;
  /** Block diagonal with 1×1 and 2×2 blocks, [..., n, n]. */
  D(): NdArray;
  /** X with A·X = B for B [..., n, k]; stacks broadcast. */
  solve(B: NdArray): NdArray;
  inverse(): NdArray;
  det(): NdArray;
  /** sign and log|det|; 0 and -Infinity where a pivot is exactly zero. */
  slogdet(): [sign: NdArray, logabs: NdArray];
  /** Numbers of positive, negative and zero eigenvalues, [member, 3], by Sylvester's law of inertia. */
  inertia(): Int32Array;
  /** Pᵀ·L·D·Lᵀ·P. */
  reconstruct(): NdArray;
}

// Outside, a matrix is scaled by a power of two.
const FAR = 400;

/** Factors each member of a stack [..., n, n], reading its lower triangle only; `op` names the caller in errors. */
export function ldl(A: NdArray, op: string): LDL {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const F = allocate(members * n * n);
  const D = allocate(members * 2 * n);
  const perm = new Int32Array(members * n);
  const shift = new Int32Array(members);
  const work = new Float64Array(2 * n);
  for (let i = 0; i < members; i++) {
    shift[i] = loadLower(n, A.data, i * n * n, F, i * n * n);
    ldlFactor(n, F, i * n * n, D, 2 * n * i, 2 * n * i + n, perm, i * n, work);
  }
  const f: LDLFactors = { n, members, F, D, perm, shift };
  const each = (value: (i: number) => number): NdArray => ({
    shape: stack,
    data: Float64Array.from({ length: members }, (_, i) => value(i)),
  });
  const solve = (B: NdArray) => {
    requireNonsingular(op, f, axes);
    return solveStack(f, stack, B);
  };
  return {
    A,
    n,
    L: { shape: A.shape, data: F },
    perm,
    factors: f,
    D: () => ({ shape: A.shape, data: blockDiagonal(f) }),
    solve,
    inverse() {
      const I = allocate(n * n);
      for (let i = 0; i < n; i++) I[i * (n + 1)] = 1;
      return solve({ shape: [n, n], data: I });
    },
    det: () => each((i) => ldexp(...determinant(f, i))),
    slogdet: () => [each((i) => Math.sign(determinant(f, i)[0])), each((i) => logSplit(determinant(f, i)))],
    inertia: () => inertia(f),
    reconstruct() {
      const data = allocate(members * n * n);
      for (let i = 0; i < members; i++) {
        reconstructLDL(n, F, i * n * n, D, 2 * n * i, perm, i * n, shift[i], data, i * n * n);
      }
      return { shape: A.shape, data };
    },
  };
}

/** The lower triangle of the matrix at A[a] times 2^-e, to F[f]; returns e. */
export function loadLower(n: number, A: Float64Array, a: number, F: Float64Array, f: number): number {
  let max = 0;
  for (let i = 0, p = a, q = f; i < n; i++, p += n, q += n) {
    for (let j = 0; j <= i; j++) {
      F[q + j] = A[p + j];
      if (Math.abs(A[p + j]) > max) max = Math.abs(A[p + j]);
    }
  }
  const e = exponent(max);
  if (Math.abs(e) < FAR) return 0;
  for (let q = f; q < f + n * n; q++) F[q] = ldexp(F[q], -e);
  return e;
}

function requireNonsingular(op: string, f: LDLFactors, axes: number): void {
  for (let i = 0; i < f.members; i++) {
    const zero = zeroBlock(f.n, f.D, 2 * f.n * i);
    if (zero >= 0) throw new SingularMatrixError(op, 0, zero, axes === 0 ? undefined : i);
  }
}

function solveStack(f: LDLFactors, own: readonly number[], B: NdArray): NdArray {
  const k = B.shape[B.shape.length - 1];
  const size = f.n * k;
  const { stack, ia, ib } = pairStacks(own, stackOf(B));
  const X = allocate(ia.length * size);
  const Y = allocate(size);
  const { n, F, D, perm, shift } = f;
  for (let i = 0; i < ia.length; i++) {
    const m = ia[i];
    const b = ib[i] * size;
    divideLDL(n, k, F, m * n * n, D, 2 * n * m, perm, m * n, shift[m], B.data, b, X, i * size, Y);
  }
  return { shape: [...stack, n, k], data: X };
}

function determinant({ n, D, shift }: LDLFactors, i: number): Split {
  const d = 2 * n * i;
  const e = d + n;
  const factors = D.slice(d, e);
  for (let j = 0; j < n; j++) {
    const b = D[e + j];
    if (b === 0) continue;
    // ac - b² = b·b·((a/b)(c/b) - 1)
    factors[j] = b;
    factors[j + 1] = b * ((D[d + j] / b) * (D[d + j + 1] / b) - 1);
  }
  const [mantissa, exp] = diagonalProduct(n, factors, 0, 1);
  return [mantissa, exp + n * shift[i]];
}

function inertia({ n, members, D }: LDLFactors): Int32Array {
  const counts = new Int32Array(3 * members);
  for (let i = 0; i < members; i++) {
    const d = 2 * n * i;
    for (let j = 0; j < n; j++) {
      if (D[d + n + j] !== 0) {
        counts[3 * i]++;
        counts[3 * i + 1]++;
        j++;
      } else counts[3 * i + (D[d + j] > 0 ? 0 : D[d + j] < 0 ? 1 : 2)]++;
    }
  }
  return counts;
}

function blockDiagonal({ n, members, D, shift }: LDLFactors): Float64Array {
  const data = allocate(members * n * n);
  for (let i = 0; i < members; i++) {
    const d = 2 * n * i;
    for (let j = 0; j < n; j++) {
      const p = i * n * n + j * (n + 1);
      data[p] = ldexp(D[d + j], shift[i]);
      if (D[d + n + j] !== 0) data[p + 1] = data[p + n] = ldexp(D[d + n + j], shift[i]);
    }
  }
  return data;
}
