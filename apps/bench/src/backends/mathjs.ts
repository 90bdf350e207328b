import { det, inv, lup, lusolve, type Matrix, matrix } from 'mathjs';
import type { Kind, Op } from '../golden/format.ts';
import { toRows, transpose } from '../matrix.ts';
import { type Backend, float64, type Inputs, type Prepared, prepared } from './backend.ts';
import { versionOf } from './version.ts';

const rows = (M: Matrix): number[][] => M.toArray() as number[][];

function prepare(op: Op, _kind: Kind, inputs: Inputs): Prepared {
  const A = matrix(toRows(inputs.A));
  switch (op) {
    case 'inv':
      return prepared(
        () => inv(A),
        (X) => [rows(X).flat()],
      );
    case 'det':
      return prepared(
        () => det(A),
        (d) => [[d]],
      );
    case 'solve': {
      // lusolve takes one right-hand side at a time.
      const columns = toRows(transpose(inputs.B)).map((b) => matrix(b.map((x) => [x])));
      return prepared(
        () => {
          const factors = lup(A);
          return columns.map((b) => lusolve(factors, b));
        },
        (X) => [
          inputs.B.data.map(
            (_, k) => (X[k % X.length] as Matrix).get([Math.floor(k / X.length), 0]) as number,
          ),
        ],
      );
    }
    default:
      throw new Error(`mathjs has no ${op}`);
  }
}

/** https://github.com/josdejong/mathjs */
export const mathjs: Backend = {
  name: 'mathjs',
  version: versionOf('mathjs'),
  unit: float64,
  supports: (op, kind) => kind === 'value' && (op === 'inv' || op === 'det' || op === 'solve'),
  prepare,
};
