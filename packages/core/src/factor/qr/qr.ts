import { broadcastIndex, broadcastShapes, type NdArray, sizeOf } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { diagonalProduct, logSplit } from '../../kernel/diagonalProduct.ts';
import { trsm } from '../../kernel/trsm.ts';
import { applyQ, formQ } from './applyQ.ts';
import { layout, type QRFactors, qrFactor } from './factor.ts';
import { loadColumns, unscaleColumns } from './scale.ts';

const BLOCKED = 96;
const NB = 32;
const NONE: readonly number[] = [];

const shapeOf = (stack: readonly number[], rows: number, cols: number): readonly number[] =>
  stack.length === 0 ? [rows, cols] : [...stack, rows, cols];

export interface QROptions {
  /** `thin` (the default): Q has k = min(m, n) columns; `complete`: m. */
  readonly mode?: 'thin' | 'complete';
}

/** A factored stack A = Q·R of m×n matrices, of any rank; A is kept by reference. */
export interface QR {
  readonly A: NdArray;
  readonly m: number;
  readonly n: number;
  /** Orthonormal columns, [..., m, k] or [..., m, m]; formed when first asked for. */
  readonly Q: NdArray;
  /** Upper triangular with nonnegative diagonal, [..., k, n] or [..., m, n]. */
  readonly R: NdArray;
  readonly factors: QRFactors;
  /** The least-squares solution X of A·X ≈ B for B [..., m, c] and A of full column rank; stacks broadcast. */
  solve(B: NdArray): NdArray;
  /** Q·B without forming Q. */
  applyQ(B: NdArray): NdArray;
  /** Qᵀ·B without forming Q. */
  applyQt(B: NdArray): NdArray;
  /** Σ log r_ii = ½ log det AᵀA for m >= n, one number per member; -Infinity where some r_ii is 0. */
  logabsdet(): NdArray;
}

// A class, because a getter in an object literal takes V8 a microsecond to make, as long as a 4×4 factorisation.
class Factored implements QR {
  readonly A: NdArray;
  readonly m: number;
  readonly n: number;
  readonly R: NdArray;
  readonly factors: QRFactors;
  readonly #op: string;
  readonly #stack: readonly number[];
  readonly #cols: number;
  #Q: NdArray | undefined;

  constructor(A: NdArray, op: string, stack: readonly number[], cols: number, f: QRFactors, R: Float64Array) {
    this.A = A;
    this.m = f.m;
    this.n = f.n;
    this.R = { shape: shapeOf(stack, cols, f.n), data: R };
    this.factors = f;
    this.#op = op;
    this.#stack = stack;
    this.#cols = cols;
    this.#Q = undefined;
  }

  get Q(): NdArray {
    this.#Q ??= orthogonal(this.factors, this.#stack, this.#cols);
    return this.#Q;
  }

  solve(B: NdArray): NdArray {
    return solve(this.#op, this.factors, this.R, B);
  }

  applyQ(B: NdArray): NdArray {
    return multiply(this.factors, this.#stack, this.#cols, this.m, false, B);
  }

  applyQt(B: NdArray): NdArray {
    return multiply(this.factors, this.#stack, this.m, this.#cols, true, B);
  }

  logabsdet(): NdArray {
    const { m, n, members } = this.factors;
    const data = new Float64Array(members);
    for (let i = 0; i < members; i++) {
      data[i] = logSplit(diagonalProduct(Math.min(m, n), this.R.data, i * this.#cols * n, n + 1));
    }
    return { shape: this.#stack, data };
  }
}

/** Factors each member of a stack [..., m, n] once, by Householder reflections; `op` names the caller in errors. */
export function qr(A: NdArray, op: string, options?: QROptions): QR {
  const axes = A.shape.length - 2;
  const stack = axes === 0 ? NONE : A.shape.slice(0, axes);
  const m = A.shape[axes];
  const n = A.shape[axes + 1];
  const members = axes === 0 ? 1 : sizeOf(stack);
  const k = Math.min(m, n);
  const cols = options?.mode === 'complete' ? m : k;
  const nb = k < BLOCKED ? 4 : NB;
  const f: QRFactors = { m, n, members, nb, F: allocate(layout(m, n, nb, members).v) };
  const R = allocate(members * cols * n);
  for (let i = 0; i < members; i++) {
    const scales = loadColumns(m, n, A.data, i * m * n, f.F, layout(m, n, nb, i).v);
    qrFactor(f, i, R, i * cols * n);
    if (scales) unscaleColumns(k, n, scales, R, i * cols * n);
  }
  return new Factored(A, op, stack, cols, f, R);
}

function orthogonal(f: QRFactors, stack: readonly number[], cols: number): NdArray {
  const size = f.m * cols;
  const data = allocate(f.members * size);
  for (let i = 0; i < f.members; i++) formQ(f, i, cols, data, i * size);
  return { shape: shapeOf(stack, f.m, cols), data };
}

/** Q·B or Qᵀ·B: from `from` rows to `to` rows, of the m that the whole Q has. */
function multiply(
  f: QRFactors,
  own: readonly number[],
  from: number,
  to: number,
  transposed: boolean,
  B: NdArray,
): NdArray {
  const { m } = f;
  const c = B.shape[B.shape.length - 1];
  const other = B.shape.slice(0, -2);
  const stack = broadcastShapes(own, other) as readonly number[];
  const fromA = broadcastIndex(own, stack);
  const fromB = broadcastIndex(other, stack);
  const data = allocate(fromB.length * to * c);
  const X = to === m ? data : new Float64Array(m * c);
  for (let i = 0; i < fromB.length; i++) {
    const x = to === m ? i * m * c : 0;
    X.set(B.data.subarray(fromB[i] * from * c, (fromB[i] + 1) * from * c), x);
    applyQ(f, fromA[i], transposed, X, x, c);
    if (to !== m) data.set(X.subarray(0, to * c), i * to * c);
  }
  return { shape: [...stack, to, c], data };
}

function solve(op: string, f: QRFactors, R: NdArray, B: NdArray): NdArray {
  const { m, n, members } = f;
  if (m < n) {
    throw new DomainError(
      op,
      `expected at least as many rows as columns, got ${m}×${n}`,
      'Ask for the minimum-norm solution of least squares.',
    );
  }
  const own = R.shape.slice(0, -2);
  const size = R.shape[R.shape.length - 2] * n;
  for (let i = 0; i < members; i++) {
    for (let j = 0; j < n; j++) {
      if (R.data[i * size + j * (n + 1)] === 0) {
        throw new SingularMatrixError(op, 0, j, own.length === 0 ? undefined : i);
      }
    }
  }
  const c = B.shape[B.shape.length - 1];
  const Y = multiply(f, own, m, m, true, B);
  const stack = Y.shape.slice(0, -2);
  const fromA = broadcastIndex(own, stack);
  const X = allocate(fromA.length * n * c);
  for (let i = 0; i < fromA.length; i++) {
    X.set(Y.data.subarray(i * m * c, i * m * c + n * c), i * n * c);
    trsm(true, false, n, c, R.data, fromA[i] * size, n, 1, X, i * n * c, c);
  }
  return { shape: [...stack, n, c], data: X };
}
