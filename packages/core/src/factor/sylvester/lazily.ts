import type { NdArray } from '../../array.ts';
import type { Sylvester } from './sylvester.ts';

/** An equation that is factored when it is first asked for: what only derivatives need costs values nothing. */
export function lazily(make: () => Sylvester): Pick<Sylvester, 'solve' | 'solveT'> {
  let made: Sylvester | undefined;
  const equation = () => {
    made ??= make();
    return made;
  };
  return {
    solve: (C: NdArray) => equation().solve(C),
    solveT: (C: NdArray) => equation().solveT(C),
  };
}
