import { type NdArray, sizeOf } from '../array.ts';
import { DomainError } from '../errors.ts';
import type { LUFactors } from '../factor/lu/divide.ts';
import { rcondOf } from '../factor/lu/rcond.ts';
import { type Making, making } from '../factor/once.ts';
import { ratioOf, rcondOfCholesky, rcondOfTriangle } from '../factor/rconds.ts';

/** One factorisation, as a monitor saw it. */
export interface Factorization {
  /** The operation that asked for it. */
  readonly op: string;
  /** `LU`, `Cholesky`, `QR`, `eigh` or `svd`, with what is more to say about it after a comma. */
  readonly kind: string;
  /** Of what was factored, its stack included. */
  readonly shape: readonly number[];
  /** Rows and columns of the matrix, or of its square part; the smaller number of them. */
  readonly n: number;
  /** Of the worst member: from 1, perfect, to 0, singular. */
  readonly rcond: number;
  /** Which member of the stack that is, in row-major order of the leading axes; undefined for a single matrix. */
  readonly member: number | undefined;
}

/** rcond of member m of A by its factorisation. */
function rcondFrom(kind: string, { shape, data }: NdArray, f: unknown, m: number): number {
  const [rows, n] = shape.slice(-2);
  const k = Math.min(rows, n);
  if (kind === 'LU') return rcondOf(f as LUFactors, m, data, m * n * n);
  if (kind === 'Cholesky') return rcondOfCholesky(n, data, (f as NdArray).data, m * n * n);
  if (kind.startsWith('eigh')) return ratioOf(n, (f as { w: NdArray }).w, m * n);
  if (kind.startsWith('svd')) return ratioOf(k, (f as { s: NdArray }).s, m * k);
  const { R } = f as { R: Float64Array };
  const size = (R.length / sizeOf(shape.slice(0, -2))) | 0;
  if (rows >= n) return rcondOfTriangle(n, R, m * size);
  // Of a wide R its square part.
  const square = Float64Array.from(
    { length: k * k },
    (_, p) => R[m * size + Math.floor(p / k) * n + (p % k)],
  );
  return rcondOfTriangle(k, square, 0);
}

function seen(kind: string, A: NdArray, op: string, f: unknown): Factorization {
  const { shape } = A;
  let rcond = 1;
  let member = 0;
  for (let m = 0; m < sizeOf(shape.slice(0, -2)); m++) {
    const r = rcondFrom(kind, A, f, m);
    if (r >= rcond) continue;
    rcond = r;
    member = m;
  }
  const n = Math.min(...shape.slice(-2));
  return { op, kind, shape, n, rcond, member: shape.length > 2 ? member : undefined };
}

/**
 * Runs a program and reports every factorisation that is made while it runs, with the condition of its matrix.
 *
 * rcond is estimated in O(n²) from the factors: for LU and Cholesky 1/(‖M‖₁‖M⁻¹‖₁) of the scaled matrix M, for QR the same of R with
 * its columns scaled, for `eigh` and `svd` the smallest over the largest absolute value. Derivatives show nothing of their own: they reuse
 * factorisations, and `factored` does so between operations. What is reported before an error stays reported.
 *
 * It sees what happens until `program` returns, nothing later: of asynchronous work monitor each synchronous part. Nothing is
 * kept, and where no monitor is on none of this is computed. Monitors nest; the outer one sees what the inner one does.
 *
 * @param program a function without arguments
 * @param report is called after each factorisation; what it factors itself is not reported
 * @returns what `program` returns
 * @throws {DomainError} if one of them is no function, or `program` returns a promise
 * @example
 * const seen: string[] = [];
 * monitor(() => solve([[2, 0], [0, 4]], [1, 1]), ({ op, kind, n, rcond }) => seen.push(`${op}: ${kind} ${n} ${rcond}`));
 * seen //=> ['solve: LU 2 1']
 */
export function monitor<R>(program: () => R, report: (made: Factorization) => void): R {
  for (const f of [program, report]) {
    if (typeof f !== 'function')
      throw new DomainError('monitor', `expected a program and a function to report to, got ${typeof f}`);
  }
  const outside = making.run;
  const watched: Making = (kind, A, op, make) => {
    const f = outside(kind, A, op, make);
    making.run = outside;
    try {
      report(seen(kind, A, op, f));
    } finally {
      making.run = watched;
    }
    return f;
  };
  making.run = watched;
  try {
    const result = program();
    if (typeof (result as { then?: unknown } | null | undefined)?.then === 'function') {
      throw new DomainError(
        'monitor',
        'expected a function that is done when it returns, got one that returns a promise',
        'Monitor its synchronous parts.',
      );
    }
    return result;
  } finally {
    making.run = outside;
  }
}
