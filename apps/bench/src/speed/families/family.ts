import { type Prepared, prepared } from '../../backends/backend.ts';
import type { Problem, SpeedOp } from '../problem.ts';

/** A library at work in a process of its own: for each operation that it has, how to prepare a call. */
export type Family = {
  readonly name: string;
  readonly version: string;
  readonly calls: Partial<Record<SpeedOp, (problem: Problem) => Prepared>>;
};

/** One call for each member of a stack, for libraries without stacks. */
export function each<M, R>(
  members: readonly M[],
  run: (member: M) => R,
  read: (result: R) => ArrayLike<number>,
): Prepared {
  if (members.length > 1)
    return prepared(
      () => members.map(run),
      (results) => results.map(read),
    );
  const only = members[0] as M;
  return prepared(
    () => run(only),
    (result) => [read(result)],
  );
}
