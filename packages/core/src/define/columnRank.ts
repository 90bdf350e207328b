import { primal, type Value } from '../algebra.ts';
import type { NdArray } from '../array.ts';
import { SingularMatrixError } from '../errors.ts';
import { t } from '../interpret/float64/products.ts';
import { lsolve, lsolveT } from '../interpret/float64/triangles.ts';

/** |r_jj| / ‖r_j‖ of the column that depends most on those before it, and which it is. */
function weakest(n: number, R: Float64Array, off: number): [ratio: number, column: number] {
  let ratio = 1;
  let column = -1;
  for (let j = 0; j < n; j++) {
    let largest = 0;
    for (let i = 0; i <= j; i++) largest = Math.max(largest, Math.abs(R[off + i * n + j]));
    const own = Math.abs(R[off + j * (n + 1)]);
    if (largest > 0 && own / largest >= ratio) continue;
    ratio = largest > 0 ? own / largest : 0;
    column = j;
  }
  return [ratio, column];
}

/** A column that is a combination of those before it: which, what is left of it, and in which member of the stack. */
interface Dependence {
  readonly ratio: number;
  readonly column: number;
  readonly member: number | undefined;
}

/**
 * The first such column of upper triangular factors R of m×n matrices, to working precision: what is left of it is the
 * rounding of its entries. The scale of the columns does not count.
 */
export function dependentColumn(R: Value, m: number): Dependence | undefined {
  const plain: NdArray | undefined = primal(R);
  if (plain === undefined) return undefined;
  const n = plain.shape[plain.shape.length - 1];
  for (let at = 0; at < plain.data.length; at += n * n) {
    const [ratio, column] = weakest(n, plain.data, at);
    if (ratio <= m * 2 ** -50 && column >= 0)
      return { ratio, column, member: plain.shape.length > 2 ? at / (n * n) : undefined };
  }
  return undefined;
}

/** Refuses upper triangular factors R of m×n matrices that have a dependent column. */
export function requireColumnRank(op: string, R: Value, m: number): void {
  const found = dependentColumn(R, m);
  if (found === undefined) return;
  const { ratio, column, member } = found;
  throw new SingularMatrixError(op, ratio, ratio === 0 ? column : -1, member);
}

/** An upper triangular R that rules divide by; `lead`, the part of it that depends on an m-rowed A, must have full rank then. */
export function upperDivisor(op: string, R: NdArray, lead: NdArray, m: number) {
  const checked = () => {
    requireColumnRank(op, lead, m);
    return t(R);
  };
  return {
    A: R,
    solve: (B: NdArray) => lsolveT(checked(), B),
    solveT: (B: NdArray) => lsolve(checked(), B),
  };
}
