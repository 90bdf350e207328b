import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { once } from '../once.ts';
import type { LUFactors } from './divide.ts';
import { invert } from './invert.ts';
import { factorMembers } from './members.ts';
import { refuse, requireNonsingular } from './nonsingular.ts';
import { rcondOf, surelyWellConditioned } from './rcond.ts';

/** A factored stack of square matrices A, which is kept by reference, and what can be had without right-hand sides. */
export interface FactoredLU {
  readonly A: NdArray;
  readonly n: number;
  readonly factors: LUFactors;
  inverse(): NdArray;
  /** Throws SingularMatrixError where rcond is below ε = 2^-52. */
  requireWellConditioned(op: string): void;
}

/** Factors each member of a stack [..., n, n] once; `op` names the caller in errors. */
export function factorLU(A: NdArray, op: string): FactoredLU {
  const f = once('LU', A, op, factorMembers);
  const { n } = f;
  return {
    A,
    n,
    factors: f,
    inverse() {
      requireNonsingular(op, A, f);
      const X = allocate(A.data.length);
      for (let m = 0; m < f.members; m++) invert(f, m, X, m * n * n);
      return { shape: A.shape, data: X };
    },
    requireWellConditioned(who) {
      for (let m = 0; m < f.members; m++) {
        const r = surelyWellConditioned(f, m) ? 1 : rcondOf(f, m, A.data, m * n * n, true);
        if (r < 2 ** -52) refuse(who, A, f, m, r);
      }
    },
  };
}
