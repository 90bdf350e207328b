import { NoConvergenceError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { balance } from '../../kernel/balance.ts';
import { copy } from '../../kernel/copy.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { francis } from '../../kernel/francis.ts';
import { gemm } from '../../kernel/gemm.ts';
import { hessenbergInPlace } from '../../kernel/hessenbergInPlace.ts';
import { isolate } from '../../kernel/isolate.ts';
import { mapped } from '../../kernel/mapped.ts';
import { quasiEigenvector } from '../../kernel/quasiEigenvector.ts';
import { normalised, rescale, SAFE } from '../schur/normalise.ts';
import { spectrum } from '../schur/schur.ts';

/** Eigenvalues of one matrix in their order, and its eigenvectors as columns. */
export interface Pairs {
  readonly wr: Float64Array;
  readonly wi: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Thousands of entries below 2^SUMMABLE can be added up. */
const SUMMABLE = 1010;

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

function formOf(
  op: string,
  n: number,
  A: Float64Array,
  off: number,
  vectors: boolean,
  balanced: boolean,
): Form {
  const T = allocate(n * n);
  copy(n * n, A, off, T, 0);
  const top = exponent(T.reduce((max, x) => Math.max(max, Math.abs(x)), 0));
  // No further down than sums need it: balancing may bring the ends of the range together.
  const before = top > SUMMABLE ? top - SUMMABLE : Math.min(0, top + SUMMABLE);
  rescale(n * n, T, 0, -before);
  const order = new Int32Array(n);
  const D = allocate(n);
  const [lo, hi] = isolate(n, T, 0, order);
  if (balanced) balance(n, T, 0, D, 0);
  else D.fill(1);
  const e = before + normalised(n * n, T, 0, T, 0, SAFE);
  const Z = vectors ? allocate(n * n) : null;
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
): Pick<Pairs, 're' | 'im'> {
  const re = allocate(n * n);
  const im = allocate(n * n);
  const { T, Z } = form;
  let size = 0;
  for (let p = 0; p < n * n; p++) size = Math.max(size, Math.abs(T[p]));
  const least = Math.max(2 ** -52 * size, 2 ** -900);
  const [x, y, v, w] = [allocate(n), allocate(n), allocate(n), allocate(n)];
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
  return { re, im };
}

const NONE = /* @__PURE__ */ new Float64Array();

function pairsBy(op: string, n: number, A: Float64Array, off: number, vectors: boolean, balanced: boolean) {
  const form = formOf(op, n, A, off, vectors, balanced);
  const [wr, wi] = [allocate(n), allocate(n)];
  spectrum(n, form.T, wr, wi);
  const order = ascending(n, wr, wi);
  const { re, im } = vectors ? vectorsOf(n, form, wr, wi, order) : { re: NONE, im: NONE };
  const sorted = (w: Float64Array) => mapped(w, (_, j) => ldexp(w[order[j]], form.e));
  return { form, pairs: { wr: sorted(wr), wi: sorted(wi), re, im } };
}

/** The largest ‖A·v - λ·v‖ / (‖A‖·‖v‖) of the pairs, in 1-norms. The matrix is A·2^e. */
function backwardError(n: number, A: Float64Array, e: number, { wr, wi, re, im }: Pairs): number {
  const X = allocate(n * n);
  const Y = allocate(n * n);
  gemm(n, n, n, 1, A, 0, n, 1, re, 0, n, 1, 0, X, 0, n);
  gemm(n, n, n, 1, A, 0, n, 1, im, 0, n, 1, 0, Y, 0, n);
  let norm = 0;
  let worst = 0;
  for (let j = 0; j < n; j++) {
    let size = 0;
    let error = 0;
    let sum = 0;
    const [a, b] = [ldexp(wr[j], -e), ldexp(wi[j], -e)];
    for (let i = 0, p = j; i < n; i++, p += n) {
      sum += Math.abs(A[p]);
      size += Math.abs(re[p]) + Math.abs(im[p]);
      error += Math.abs(X[p] - a * re[p] + b * im[p]) + Math.abs(Y[p] - a * im[p] - b * re[p]);
    }
    norm = Math.max(norm, sum);
    worst = Math.max(worst, error / size);
  }
  return worst / norm;
}

/**
 * Eigenvalues and eigenvectors of the n×n matrix at A[off].
 *
 * Balancing gives small eigenvalues of graded matrices digits that they have not without, but it can ruin eigenvectors: what
 * is small in those of D⁻¹·A·D has lost its digits and may be what is large in those of A (Watkins 2006). Where residuals show
 * it, eigenvectors come from A as it stands, and eigenvalues too unless the others go with them as well.
 */
export function pairsOf(op: string, n: number, A: Float64Array, off: number, vectors: boolean): Pairs {
  const { form, pairs } = pairsBy(op, n, A, off, vectors, true);
  if (!vectors || form.D.every((d) => d === 1)) return pairs;
  const M = allocate(n * n);
  const e = normalised(n * n, A, off, M, 0, SAFE);
  const limit = 2 * n * 2 ** -52;
  if (backwardError(n, M, e, pairs) <= limit) return pairs;
  const plain = pairsBy(op, n, A, off, true, false).pairs;
  const mixed = { ...plain, wr: pairs.wr, wi: pairs.wi };
  return backwardError(n, M, e, mixed) <= limit ? mixed : plain;
}
