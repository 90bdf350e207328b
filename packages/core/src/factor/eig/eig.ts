import { type NdArray, sizeOf } from '../../array.ts';
import { NoConvergenceError } from '../../errors.ts';
import { balance } from '../../kernel/balance.ts';
import { francis } from '../../kernel/francis.ts';
import { gemm } from '../../kernel/gemm.ts';
import { hessenbergInPlace } from '../../kernel/hessenbergInPlace.ts';
import { isolate } from '../../kernel/isolate.ts';
import { quasiEigenvector } from '../../kernel/quasiEigenvector.ts';
import { normalised, rescale, SAFE } from '../schur/normalise.ts';
import { spectrum } from '../schur/schur.ts';

/** A stack of complex vectors or matrices. */
export interface Complex {
  readonly re: NdArray;
  readonly im: NdArray;
}

/**
 * Eigenvalues and eigenvectors of a stack of general matrices.
 *
 * Eigenvalues ascend by real part, equal real parts by imaginary part (NumPy's sort_complex); the members of a conjugate
 * pair have exactly the same real part.
 */
export interface Eig {
  /** [..., n] */
  readonly values: Complex;
  /** [..., n, n]: column j, of 2-norm 1 with its largest entry real and positive, belongs to value j. */
  readonly vectors: Complex;
}

const stepsFor = (n: number): number => 30 * Math.max(10, n);

/** One member in balanced Schur form: T = Zᵀ(PD)⁻¹·A·(PD)·Z·2^-e. */
interface Form {
  readonly T: Float64Array;
  readonly Z: Float64Array | null;
  readonly D: Float64Array;
  readonly order: Int32Array;
  readonly lo: number;
  readonly hi: number;
  readonly e: number;
}

function formOf(op: string, n: number, A: Float64Array, off: number, vectors: boolean): Form {
  const T = new Float64Array(n * n);
  const e = normalised(n * n, A, off, T, 0, SAFE);
  const order = new Int32Array(n);
  const D = new Float64Array(n);
  const [lo, hi] = isolate(n, T, 0, order);
  balance(n, T, 0, D, 0);
  const Z = vectors ? new Float64Array(n * n) : null;
  hessenbergInPlace(n, T, 0, lo, hi, Z, 0);
  const row = francis(n, T, 0, lo, hi, Z, 0, stepsFor(n));
  if (row >= 0) throw new NoConvergenceError(op, stepsFor(n), Math.abs(T[row * n + row - 1]));
  return { T, Z, D, order, lo, hi, e };
}

/** The order of eigenvalues: by real, then by imaginary part. */
function ascending(n: number, re: Float64Array, im: Float64Array): number[] {
  return Array.from({ length: n }, (_, i) => i).sort((i, j) => re[i] - re[j] || im[i] - im[j]);
}

/** x := P·D·x: undoes balancing. */
function unbalance(n: number, { D, order, lo, hi }: Form, x: Float64Array): void {
  for (let i = 0; i < n; i++) x[i] *= D[i];
  const undo = (i: number) => {
    [x[i], x[order[i]]] = [x[order[i]], x[i]];
  };
  for (let i = lo - 1; i >= 0; i--) undo(i);
  for (let i = Math.max(hi + 1, lo); i < n; i++) undo(i);
}

/** Scales re + i·im to 2-norm 1, its largest entry real and positive. */
function normalise(n: number, re: Float64Array, im: Float64Array): void {
  let max = 0;
  for (let i = 0; i < n; i++) max = Math.max(max, Math.abs(re[i]), Math.abs(im[i]));
  let sum = 0;
  let at = 0;
  let best = -1;
  for (let i = 0; i < n; i++) {
    re[i] /= max;
    im[i] /= max;
    const size = re[i] * re[i] + im[i] * im[i];
    sum += size;
    // Of entries of one size the first, whatever rounding says.
    if (size > best * (1 + 2 ** -40)) {
      best = size;
      at = i;
    }
  }
  const c = re[at] / Math.sqrt(best * sum);
  const s = im[at] / Math.sqrt(best * sum);
  for (let i = 0; i < n; i++) [re[i], im[i]] = [re[i] * c + im[i] * s, im[i] * c - re[i] * s];
  im[at] = 0;
}

/** Eigenvectors of one member, column j for eigenvalue order[j]. */
function vectorsOf(
  n: number,
  form: Form,
  wr: Float64Array,
  wi: Float64Array,
  order: readonly number[],
  re: Float64Array,
  im: Float64Array,
): void {
  const { T, Z } = form;
  let size = 0;
  for (let p = 0; p < n * n; p++) size = Math.max(size, Math.abs(T[p]));
  const least = Math.max(2 ** -52 * size, 2 ** -900);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const v = new Float64Array(n);
  const w = new Float64Array(n);
  order.forEach((k, j) => {
    // The first of a pair has the positive imaginary part; the block ends one row further down.
    const last = wi[k] > 0 ? k + 1 : k;
    quasiEigenvector(n, T, 0, last, wr[k], wi[k], least, x, y);
    gemm(n, 1, n, 1, Z as Float64Array, 0, n, 1, x, 0, 1, 1, 0, v, 0, 1);
    gemm(n, 1, n, 1, Z as Float64Array, 0, n, 1, y, 0, 1, 1, 0, w, 0, 1);
    unbalance(n, form, v);
    unbalance(n, form, w);
    normalise(n, v, w);
    for (let i = 0; i < n; i++) {
      re[i * n + j] = v[i];
      im[i * n + j] = w[i];
    }
  });
}

function decompose(A: NdArray, op: string, wanted: boolean): { values: Complex; vectors: Complex | null } {
  const n = A.shape[A.shape.length - 1];
  const members = sizeOf(A.shape.slice(0, -2));
  const size = wanted ? A.data.length : 0;
  const [re, im] = [new Float64Array(members * n), new Float64Array(members * n)];
  const [vre, vim] = [new Float64Array(size), new Float64Array(size)];
  for (let m = 0; m < members; m++) {
    const a = m * n * n;
    const form = formOf(op, n, A.data, a, wanted);
    const [wr, wi] = [new Float64Array(n), new Float64Array(n)];
    spectrum(n, form.T, wr, wi);
    const order = ascending(n, wr, wi);
    if (wanted) vectorsOf(n, form, wr, wi, order, vre.subarray(a, a + n * n), vim.subarray(a, a + n * n));
    order.forEach((k, j) => {
      re[m * n + j] = wr[k];
      im[m * n + j] = wi[k];
    });
    rescale(n, re, m * n, form.e);
    rescale(n, im, m * n, form.e);
  }
  const complex = (shape: readonly number[], x: Float64Array, y: Float64Array): Complex => ({
    re: { shape, data: x },
    im: { shape, data: y },
  });
  return {
    values: complex(A.shape.slice(0, -1), re, im),
    vectors: wanted ? complex(A.shape, vre, vim) : null,
  };
}

/** Eigenvalues of each member of a stack [..., n, n], in the order of `Eig`; `op` names the caller in errors. */
export const eigvals = (A: NdArray, op: string): Complex => decompose(A, op, false).values;

/**
 * Eigenvalues and right eigenvectors of each member of a stack [..., n, n]. Defective matrices have fewer than n: columns
 * then repeat, to working precision.
 */
export const eig = (A: NdArray, op: string): Eig => decompose(A, op, true) as Eig;
