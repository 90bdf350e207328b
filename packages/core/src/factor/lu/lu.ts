import { broadcastIndex, broadcastShapes, type NdArray, sizeOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { divide, type LUFactors, zeroPivot } from './divide.ts';
import { invert } from './invert.ts';
import { factorMembers } from './members.ts';
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
  /** Reciprocal 1-norm condition numbers of the equilibrated members, estimated. */
  rcond(): NdArray;
  /** Throws SingularMatrixError where rcond is below ε = 2^-52. */
  requireWellConditioned(op: string): void;
}

const stackOf = (A: NdArray): readonly number[] => A.shape.slice(0, -2);

function requireNonsingular(op: string, A: NdArray, f: LUFactors): void {
  for (let m = 0; m < f.members; m++) if (zeroPivot(f, m) >= 0) refuse(op, A, f, m, 0);
}

function refuse(op: string, A: NdArray, f: LUFactors, m: number, rcond: number): never {
  throw new SingularMatrixError(op, rcond, zeroPivot(f, m), A.shape.length === 2 ? undefined : m);
}

function apply(op: string, A: NdArray, f: LUFactors, transposed: boolean, B: NdArray): NdArray {
  requireNonsingular(op, A, f);
  const k = B.shape[B.shape.length - 1];
  const size = f.n * k;
  if (A.shape.length === 2 && B.shape.length === 2) {
    const X = allocate(size);
    X.set(B.data);
    divide(f, 0, transposed, k, X, 0);
    return { shape: B.shape, data: X };
  }
  const stack = broadcastShapes(stackOf(A), stackOf(B)) as readonly number[];
  const fromA = broadcastIndex(stackOf(A), stack);
  const fromB = broadcastIndex(stackOf(B), stack);
  const X = allocate(fromB.length * size);
  for (let i = 0; i < fromB.length; i++) {
    X.set(B.data.subarray(fromB[i] * size, (fromB[i] + 1) * size), i * size);
    divide(f, fromA[i], transposed, k, X, i * size);
  }
  return { shape: [...stack, f.n, k], data: X };
}

function inverse(op: string, A: NdArray, f: LUFactors): NdArray {
  requireNonsingular(op, A, f);
  const { n, members } = f;
  const X = allocate(members * n * n);
  for (let m = 0; m < members; m++) invert(f, m, X, m * n * n);
  return { shape: A.shape, data: X };
}

/** One number for each member of the stack. */
export function perMember(A: NdArray, { members }: LUFactors, value: (m: number) => number): NdArray {
  const data = new Float64Array(members);
  for (let m = 0; m < members; m++) data[m] = value(m);
  return { shape: stackOf(A), data };
}

/** Factors each member of a stack [..., n, n] once; `op` names the caller in errors. */
export function lu(A: NdArray, op: string): LU {
  const axes = A.shape.length - 2;
  const f = factorMembers(A.shape[axes], axes === 0 ? 1 : sizeOf(stackOf(A)), A.data);
  let singular = false;
  for (let m = 0; m < f.members; m++) singular ||= zeroPivot(f, m) >= 0;
  let rcond: NdArray | undefined;
  const self: LU = {
    A,
    n: f.n,
    singular,
    factors: f,
    solve: (B) => apply(op, A, f, false, B),
    solveT: (B) => apply(op, A, f, true, B),
    inverse: () => inverse(op, A, f),
    rcond() {
      rcond ??= perMember(A, f, (m) => rcondOf(f, m, A.data));
      return rcond;
    },
    requireWellConditioned(who) {
      for (let m = 0; m < f.members; m++) {
        if (surelyWellConditioned(f, m)) continue;
        const r = self.rcond().data[m];
        if (r < 2 ** -52) refuse(who, A, f, m, r);
      }
    },
  };
  return self;
}
