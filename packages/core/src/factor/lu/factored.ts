import { type NdArray, sizeOf } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { type LUFactors, zeroPivot } from './divide.ts';
import { invert } from './invert.ts';
import { factorMembers } from './members.ts';
import { rcondOf, surelyWellConditioned } from './rcond.ts';

/** A factored stack of square matrices A, which is kept by reference, and what can be had without right-hand sides. */
export interface FactoredLU {
  readonly A: NdArray;
  readonly n: number;
  /** The caller, for errors. */
  readonly op: string;
  /** Whether some member has a pivot that is exactly zero. */
  readonly singular: boolean;
  readonly factors: LUFactors;
  inverse(): NdArray;
  /** Reciprocal 1-norm condition numbers of the equilibrated members, estimated. */
  rcond(): NdArray;
  /** Throws SingularMatrixError where rcond is below ε = 2^-52. */
  requireWellConditioned(op: string): void;
}

const stackOf = (A: NdArray): readonly number[] => A.shape.slice(0, -2);

/** Throws SingularMatrixError unless every pivot of every member is nonzero. */
export function requireNonsingular(op: string, A: NdArray, f: LUFactors): void {
  for (let m = 0; m < f.members; m++) if (zeroPivot(f, m) >= 0) refuse(op, A, f, m, 0);
}

function refuse(op: string, A: NdArray, f: LUFactors, m: number, rcond: number): never {
  throw new SingularMatrixError(op, rcond, zeroPivot(f, m), A.shape.length === 2 ? undefined : m);
}

/** One number for each member of the stack. */
export function perMember(A: NdArray, { members }: LUFactors, value: (m: number) => number): NdArray {
  const data = new Float64Array(members);
  for (let m = 0; m < members; m++) data[m] = value(m);
  return { shape: stackOf(A), data };
}

/** Factors each member of a stack [..., n, n] once; `op` names the caller in errors. */
export function factorLU(A: NdArray, op: string): FactoredLU {
  const n = A.shape[A.shape.length - 1];
  const f = factorMembers(n, sizeOf(stackOf(A)), A.data);
  let singular = false;
  for (let m = 0; m < f.members; m++) singular ||= zeroPivot(f, m) >= 0;
  let rconds: NdArray | undefined;
  const rcond = () => {
    rconds ??= perMember(A, f, (m) => rcondOf(f, m, A.data, m * n * n));
    return rconds;
  };
  return {
    A,
    n,
    op,
    singular,
    factors: f,
    inverse() {
      requireNonsingular(op, A, f);
      const X = allocate(A.data.length);
      for (let m = 0; m < f.members; m++) invert(f, m, X, m * n * n);
      return { shape: A.shape, data: X };
    },
    rcond,
    requireWellConditioned(who) {
      for (let m = 0; m < f.members; m++) {
        if (surelyWellConditioned(f, m)) continue;
        const r = rcondOf(f, m, A.data, m * n * n, true);
        if (r < 2 ** -52) refuse(who, A, f, m, r);
      }
    },
  };
}
