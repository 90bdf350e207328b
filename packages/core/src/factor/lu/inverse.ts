import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { once } from '../once.ts';
import { invertJudged } from './invert.ts';
import { factorMembers } from './members.ts';
import { refuse, requireNonsingular } from './nonsingular.ts';

/**
 * A⁻¹ for each member of a stack [..., n, n].
 *
 * Unless `admit`, throws SingularMatrixError where rcond is below ε = 2^-52: with the inverse at hand it needs no estimate.
 */
export function inverse(A: NdArray, op: string, admit: boolean): NdArray {
  const f = once('LU', A, op, factorMembers);
  requireNonsingular(op, A, f);
  const X = allocate(A.data.length);
  for (let m = 0; m < f.members; m++) {
    const at = m * f.n * f.n;
    const rcond = invertJudged(f, m, A.data, at, X, at);
    if (rcond < 2 ** -52 && !admit) refuse(op, A, f, m, rcond);
  }
  return { shape: A.shape, data: X };
}
