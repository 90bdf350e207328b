import type { Problem } from '../problem.ts';

/** The entries of all members of A, one after the other. */
export function numbersOf({ A, n, count }: Problem): Float64Array {
  const data = new Float64Array(count * n * n);
  for (const [k, member] of A.entries()) data.set(member.data, k * n * n);
  return data;
}
