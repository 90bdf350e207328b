import type { LUFactors } from '../factor/lu/divide.ts';
import { luRoom } from '../factor/lu/members.ts';
import { wellConditioned } from '../factor/lu/rcond.ts';
import { partOf, type Workspace } from './workspace.ts';

const make = (_: number, n: number): LUFactors => luRoom(n, 1);

/** Room for the LU of one n×n matrix. */
export const luPart = (work: Workspace | undefined, n: number): LUFactors => partOf(work, 'lu', n, n, make);

/** Whether the matrix at A[a] that was factored is finite. (What is not a number leaves no pivot to divide by.) */
export function finite({ n, S }: LUFactors, A: Float64Array, a: number): boolean {
  // Only what had to be scaled may be infinite.
  if (S !== null) for (let p = a; p < a + n * n; p++) if (Math.abs(A[p]) === 1 / 0) return false;
  return true;
}

/** Whether it is finite and not singular to working precision. */
export const divides = (f: LUFactors, m: number, A: Float64Array, a: number): boolean =>
  finite(f, A, a) && wellConditioned(f, m, A, a);
