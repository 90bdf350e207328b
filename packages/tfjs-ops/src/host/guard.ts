import { MatgradError, type NdArray } from '@matgrad/core';
import { type Failures, member, standIn } from './stack.ts';

const concernsMember = (error: unknown): boolean => error instanceof MatgradError && 'member' in error;

/**
 * Computes with all members of a stack that allow it.
 *
 * Core answers for a whole stack or throws. Where it throws, each member is tried alone with `probe` and those that
 * fail are replaced by the identity, so that the others are computed as if nothing had happened.
 */
export function guard<R>(
  A: NdArray,
  known: Failures,
  compute: (A: NdArray) => R,
  probe: (A: NdArray) => unknown,
): { value: R; failures: Failures } {
  const regular = standIn(A, known);
  try {
    return { value: compute(regular), failures: known };
  } catch (error) {
    if (!concernsMember(error)) throw error;
  }
  const flags = known.flags.map((failed, m) => {
    if (failed !== 0) return 1;
    try {
      probe(member(regular, m));
      return 0;
    } catch (error) {
      if (!concernsMember(error)) throw error;
      return 1;
    }
  });
  const failures = { stack: known.stack, flags };
  return { value: compute(standIn(regular, failures)), failures };
}
