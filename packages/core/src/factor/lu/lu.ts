import { broadcastIndex, broadcastShapes, type NdArray, sizeOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { logSplit } from '../../kernel/diagonalProduct.ts';
import { ldexp } from '../../kernel/exponent.ts';
import { luComplete } from './complete.ts';
import { determinant } from './determinant.ts';
import { divide, type LUFactors, scalesAt } from './divide.ts';
import { equilibrate, scaleBy } from './equilibrate.ts';
import { luFactor } from './factor.ts';
import { rcondOf, surelyWellConditioned } from './rcond.ts';

/** A factored stack of square matrices A, which is kept by reference. */
export interface LU {
  readonly A: NdArray;
  readonly n: number;
  /** Whether some member has a pivot that is exactly zero. */
  readonly singular: boolean;
  readonly factors: LUFactors;
  /** X with A·X = B for B [..., n, k]; stacks broadcast. */
  solve(B: NdArray): NdArray;
  /** X with Aᵀ·X = B. */
  solveT(B: NdArray): NdArray;
  inverse(): NdArray;
  det(): NdArray;
  /** sign and log|det|; 0 and -Infinity where singular. */
  slogdet(): [sign: NdArray, logabs: NdArray];
  /** Reciprocal 1-norm condition numbers of the equilibrated members, estimated. */
  rcond(): NdArray;
  /** Throws SingularMatrixError where rcond is below ε = 2^-52. */
  requireWellConditioned(op: string): void;
}

// Equilibrated entries are below 2, so max|U| is the growth. It is about n^(2/3) for random matrices (Trefethen and
// Schreiber 1990) and n for Hadamard ones under any pivoting; whatever passes this limit loses digits.
const growthLimit = (n: number): number => 4 * n + 32;

function growth(n: number, F: Float64Array, off: number): number {
  let max = 0;
  for (let i = 0; i < n; i++) {
    for (let p = off + i * n + i, end = off + i * n + n; p < end; p++) {
      const x = Math.abs(F[p]);
      if (!(x <= max)) max = x;
    }
  }
  return max;
}

function factorMembers(n: number, members: number, A: Float64Array): LUFactors {
  const F = new Float64Array(members * n * (n + 2));
  const piv = new Int32Array(members * n);
  const zero: number[] = [];
  let colPiv: Int32Array | null = null;
  const f = { n, members, F, piv, colPiv, zero };
  for (let m = 0; m < members; m++) {
    const a = m * n * n;
    const r = scalesAt(f, m);
    equilibrate(n, A, a, n, 1, F, r, r + n);
    scaleBy(n, F, r, A, F, a);
    let first = luFactor(n, F, a, piv, m * n);
    if (!(growth(n, F, a) <= growthLimit(n))) {
      colPiv ??= Int32Array.from(piv, (_, i) => i % n);
      scaleBy(n, F, r, A, F, a);
      first = luComplete(n, F, a, piv, colPiv, m * n);
    }
    zero.push(first);
  }
  return colPiv ? { ...f, colPiv } : f;
}

/** Factors each member of a stack [..., n, n] once; `op` names the caller in errors. */
export function lu(A: NdArray, op: string): LU {
  const axes = A.shape.length - 2;
  const n = A.shape[axes];
  const stack = A.shape.slice(0, axes);
  const members = sizeOf(stack);
  const f = factorMembers(n, members, A.data);
  const { zero } = f;
  const singular = zero.some((z) => z >= 0);

  const perMember = (value: (m: number) => number): NdArray => ({
    shape: stack,
    data: Float64Array.from(zero, (_, m) => value(m)),
  });
  const refuse = (who: string, m: number, rcond: number): never => {
    throw new SingularMatrixError(who, rcond, zero[m], axes === 0 ? undefined : m);
  };
  const requireNonsingular = () => {
    if (singular) {
      const m = zero.findIndex((z) => z >= 0);
      refuse(op, m, 0);
    }
  };
  const apply = (transposed: boolean, B: NdArray): NdArray => {
    requireNonsingular();
    const own = B.shape.slice(0, -2);
    const k = B.shape[B.shape.length - 1];
    const size = n * k;
    const out = broadcastShapes(stack, own) as readonly number[];
    if (out.length === 0) {
      const X = Float64Array.from(B.data);
      divide(f, 0, transposed, k, X, 0);
      return { shape: B.shape, data: X };
    }
    const fromA = broadcastIndex(stack, out);
    const fromB = broadcastIndex(own, out);
    const X = new Float64Array(fromB.length * size);
    for (let i = 0; i < fromB.length; i++) {
      X.set(B.data.subarray(fromB[i] * size, (fromB[i] + 1) * size), i * size);
      divide(f, fromA[i], transposed, k, X, i * size);
    }
    return { shape: [...out, n, k], data: X };
  };
  let rcond: NdArray | undefined;
  const self: LU = {
    A,
    n,
    singular,
    factors: f,
    solve: (B) => apply(false, B),
    solveT: (B) => apply(true, B),
    inverse() {
      requireNonsingular();
      const X = new Float64Array(members * n * n);
      for (let m = 0; m < members; m++) {
        for (let i = 0, p = m * n * n; i < n; i++, p += n + 1) X[p] = 1;
        divide(f, m, false, n, X, m * n * n);
      }
      return { shape: A.shape, data: X };
    },
    det: () => perMember((m) => ldexp(...determinant(f, m))),
    slogdet() {
      const parts = zero.map((_, m) => determinant(f, m));
      return [perMember((m) => Math.sign(parts[m][0])), perMember((m) => logSplit(parts[m]))];
    },
    rcond() {
      rcond ??= perMember((m) => rcondOf(f, m, A.data));
      return rcond;
    },
    requireWellConditioned(who) {
      for (let m = 0; m < members; m++) {
        if (surelyWellConditioned(f, m)) continue;
        const r = self.rcond().data[m];
        if (r < 2 ** -52) refuse(who, m, r);
      }
    },
  };
  return self;
}
