import type { LUFactors } from '../factor/lu/divide.ts';
import { factorMember, luRoom } from '../factor/lu/members.ts';
import { partOf, type Workspace } from './workspace.ts';

const make = (_: number, n: number): LUFactors => luRoom(n, 1);

/** Room for the LU of one n×n matrix. */
export const luPart = (work: Workspace | undefined, n: number): LUFactors => partOf(work, 'lu', n, n, make);

/** Factors the matrix at A[a]; false where an entry is infinite. (What is not a number leaves no pivot to divide by.) */
export function factorInto(f: LUFactors, A: Float64Array, a: number): boolean {
  f.S = null;
  f.colPiv = null;
  factorMember(f, 0, A, a);
  // Only what had to be scaled may be infinite.
  if (f.S === null) return true;
  for (let p = a, end = a + f.n * f.n; p < end; p++)
    if (Math.abs(A[p]) === Number.POSITIVE_INFINITY) return false;
  return true;
}
