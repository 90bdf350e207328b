import library from 'numeric';
import type { Kind, Op } from '../golden/format.ts';
import { toRows, transpose } from '../matrix.ts';
import { type Backend, float64, type Inputs, type Prepared, prepared } from './backend.ts';
import { versionOf } from './version.ts';

function prepare(op: Op, _kind: Kind, inputs: Inputs): Prepared {
  const A = toRows(inputs.A);
  switch (op) {
    case 'inv':
      return prepared(
        () => library.inv(A),
        (X) => [X.flat()],
      );
    case 'det':
      return prepared(
        () => library.det(A),
        (d) => [[d]],
      );
    case 'solve': {
      const columns = toRows(transpose(inputs.B));
      return prepared(
        () => {
          const factors = library.LU(A);
          return columns.map((b) => library.LUsolve(factors, b));
        },
        (X) => [inputs.B.data.map((_, k) => X[k % X.length]?.[Math.floor(k / X.length)] as number)],
      );
    }
    default:
      throw new Error(`numeric has no ${op}`);
  }
}

/** https://github.com/sloisel/numeric: no longer maintained, still widely used. */
export const numeric: Backend = {
  name: 'numeric',
  version: versionOf('numeric'),
  unit: float64,
  supports: (op, kind) => kind === 'value' && (op === 'inv' || op === 'det' || op === 'solve'),
  prepare,
};
