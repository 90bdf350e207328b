import type { NdArray } from '../../array.ts';
import { SingularMatrixError } from '../../errors.ts';
import { type LUFactors, zeroPivot } from './divide.ts';

/** Throws SingularMatrixError for member m. */
export function refuse(op: string, A: NdArray, f: LUFactors, m: number, rcond: number): never {
  throw new SingularMatrixError(op, rcond, zeroPivot(f, m), A.shape.length === 2 ? undefined : m);
}

/** Throws SingularMatrixError unless every pivot of every member is nonzero. */
export function requireNonsingular(op: string, A: NdArray, f: LUFactors): void {
  for (let m = 0; m < f.members; m++) if (zeroPivot(f, m) >= 0) refuse(op, A, f, m, 0);
}
