import { broadcastIndex, type NdArray, sizeOf } from '../../array.ts';
import { DomainError, SingularMatrixError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { diagonalProduct, logSplit } from '../../kernel/diagonalProduct.ts';
import { trsm } from '../../kernel/trsm.ts';
import { once } from '../once.ts';
import { blockSize, layout, type QRFactors, qrFactor } from './factor.ts';
import { Factored, multiply } from './factored.ts';
import { rescaled } from './rescaled.ts';
import { loadColumns, unscaleColumns } from './scale.ts';

/** How `qr` factors a tall matrix. */
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

class HouseholderQR extends Factored implements QR {
  solve(B: NdArray): NdArray {
    return rescaled(B, (b) => solve(this.op, this.factors, this.R, b));
  }

  logabsdet(): NdArray {
    const { m, n, members } = this.factors;
    const data = new Float64Array(members);
    for (let i = 0; i < members; i++) {
      data[i] = logSplit(diagonalProduct(Math.min(m, n), this.R.data, i * this.cols * n, n + 1));
    }
    return { shape: this.stack, data };
  }
}

const NONE: readonly number[] = [];

/** Factors each member of a stack [..., m, n] once, by Householder reflections; `op` names the caller in errors. */
export function qr(A: NdArray, op: string, options?: QROptions): QR {
  const axes = A.shape.length - 2;
  const m = A.shape[axes];
  const k = Math.min(m, A.shape[axes + 1]);
  const whole = options?.mode === 'complete' && m > k;
  const { f, R } = whole ? once('QR, complete', A, op, complete) : once('QR', A, op, thin);
  return new HouseholderQR(A, op, axes === 0 ? NONE : A.shape.slice(0, axes), whole ? m : k, f, R);
}

const thin = (A: NdArray) => reduce(A, false);
const complete = (A: NdArray) => reduce(A, true);

/** The reflections, and all m or k = min(m, n) rows of R. */
function reduce({ shape, data }: NdArray, whole: boolean) {
  const axes = shape.length - 2;
  const m = shape[axes];
  const n = shape[axes + 1];
  const members = axes === 0 ? 1 : sizeOf(shape.slice(0, axes));
  const nb = blockSize(m, n);
  const k = Math.min(m, n);
  const rows = whole ? m : k;
  const f: QRFactors = { m, n, members, nb, F: allocate(layout(m, n, nb, members).v) };
  const R = allocate(members * rows * n);
  for (let i = 0; i < members; i++) {
    const scales = loadColumns(m, n, data, i * m * n, f.F, layout(m, n, nb, i).v);
    qrFactor(f, i, R, i * rows * n);
    if (scales) unscaleColumns(k, n, scales, R, i * rows * n);
  }
  return { f, R };
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
