import { Adder } from 'd3-array';
import type { Answer } from '../backends/backend.ts';
import type { Op } from '../golden/format.ts';
import { frobenius } from '../golden/norms.ts';
import { at, fromEntries, type Matrix, transpose } from '../matrix.ts';

const splitter = 2 ** 27 + 1;

/** x·y = high + low exactly (Dekker 1971), away from the ends of the exponent range. */
function twoProduct(x: number, y: number): [high: number, low: number] {
  const split = (a: number) => {
    const c = splitter * a;
    const high = c - (c - a);
    return [high, a - high] as const;
  };
  const high = x * y;
  const [[a, b], [c, d]] = [split(x), split(y)];
  return [high, b * d - (high - a * c - b * c - a * d)];
}

/** C - A B, every entry summed exactly and rounded once. */
export function residual(C: Matrix, A: Matrix, B: Matrix): Matrix {
  return fromEntries(C.rows, C.cols, (i, j) => {
    const sum = new Adder().add(at(C, i, j));
    for (let k = 0; k < A.cols; k++) {
      const [high, low] = twoProduct(at(A, i, k), at(B, k, j));
      sum.add(-high).add(-low);
    }
    return sum.valueOf();
  });
}

const norm = (M: Matrix) => frobenius(M.data);

/**
 * How far the problem is that the answer solves exactly, in units of u: LAPACK's ratios for a solution, an inverse and a
 * Cholesky factor. It needs no reference. Undefined for other operations and where something is not finite.
 */
export function backwardError(
  op: Op,
  A: Matrix,
  B: Matrix,
  answer: Answer,
  unit: number,
): number | undefined {
  const n = A.rows;
  const [part] = answer;
  if (!part || !Array.from(part).every(Number.isFinite)) return undefined;
  const X: Matrix = { rows: n, cols: part.length / n, data: Float64Array.from(part) };
  const ratio = (() => {
    switch (op) {
      case 'solve':
        return norm(residual(B, A, X)) / (norm(A) * norm(X) + norm(B));
      case 'inv':
        return (
          norm(
            residual(
              fromEntries(n, n, (i, j) => (i === j ? 1 : 0)),
              A,
              X,
            ),
          ) /
          (n * norm(A) * norm(X))
        );
      case 'cholesky':
        return norm(residual(A, X, transpose(X))) / (n * norm(A));
      default:
        return undefined;
    }
  })();
  return ratio === undefined || !Number.isFinite(ratio) ? undefined : ratio / unit;
}
