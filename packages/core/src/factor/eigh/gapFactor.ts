import { type NdArray, pairStacks, stackOf } from '../../array.ts';
import { DegenerateError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { copy } from '../../kernel/copy.ts';
import { refuseZero } from '../spectral/refuseZero.ts';

/** Sorted eigenvalues or singular values w [..., n, 1], with what derivatives of eigenvalues and eigenvectors divide by. */
export interface GapFactor {
  readonly A: NdArray;
  gap(M: NdArray): NdArray;
  even(d: NdArray): NdArray;
}

const ADVICE =
  'Derivatives of single vectors do not exist there: use symmetricFunction, spectralProjector, polarFactor or truncatedSvd, or treat equal values alike.';

/** What rounding leaves of a zero, relative to the largest entry: of differences of values as of cotangents. */
const slack = (n: number): number => 8 * n * 2 ** -52;

/** The largest of n magnitudes from X[x] on. */
function largestOf(n: number, X: Float64Array, x: number): number {
  let max = 0;
  for (let p = x; p < x + n; p++) max = Math.max(max, Math.abs(X[p]));
  return max;
}

/** Cluster numbers of n values from w[o] on, to `label` from o on: neighbours within 8n·ε·‖A‖ are one. */
export function clustersOf(n: number, w: Float64Array, o: number, label: Int32Array): void {
  if (n === 0) return;
  const size = Math.max(Math.abs(w[o]), Math.abs(w[o + n - 1]));
  label[o] = 0;
  for (let i = o + 1; i < o + n; i++) {
    label[i] = label[i - 1] + (Math.abs(w[i] - w[i - 1]) > slack(n) * size ? 1 : 0);
  }
}

/** A class that finds clusters when first asked for: values alone need none, and closures cost more than a 3×3 problem. */
class Gaps implements GapFactor {
  readonly A: NdArray;
  readonly #op: string;
  readonly #of: readonly number[] | undefined;
  #labels: Int32Array | undefined;

  constructor(A: NdArray, op: string, of?: readonly number[]) {
    this.A = A;
    this.#op = op;
    this.#of = of;
    this.#labels = undefined;
  }

  /** For each member of the common stack, f with where its values and clusters, its part of B and of the result begin. */
  #over(
    B: NdArray,
    columns: number,
    f: (w: Float64Array, label: Int32Array, o: number, x: number, Y: Float64Array, y: number) => void,
  ): NdArray {
    const { shape, data } = this.A;
    const n = shape[shape.length - 2];
    const own = shape.slice(0, -2);
    if (!this.#labels) {
      this.#labels = new Int32Array(data.length);
      for (let o = 0; o < data.length; o += n) clustersOf(n, data, o, this.#labels);
    }
    const { stack, ia, ib } = pairStacks(own, stackOf(B));
    const size = n * columns;
    const Y = allocate(ia.length * size);
    for (let i = 0; i < ia.length; i++) f(data, this.#labels, ia[i] * n, ib[i] * size, Y, i * size);
    return { shape: [...stack, ...B.shape.slice(-2)], data: Y };
  }

  #refuse(n: number, w: Float64Array, label: Int32Array, o: number, cluster: number): never {
    const members: number[] = [];
    for (let i = 0; i < n; i++) if (label[o + i] === cluster) members.push(i);
    const gap = Math.abs(w[o + members[members.length - 1]] - w[o + members[0]]);
    throw new DegenerateError(this.#op, gap, members, ADVICE);
  }

  gap(M: NdArray): NdArray {
    const X = M.data;
    const n = M.shape[M.shape.length - 1];
    return this.#over(M, n, (w, label, o, x, Y, y) => {
      const simple = n === 0 || label[o + n - 1] === n - 1;
      const largest = largestOf(n * n, X, x);
      // A direction that vanishes altogether may hide what it has in the cluster: f(A) through V where f is 0.
      if (!simple && largest === 0) {
        let second = o + 1;
        while (label[second] !== label[second - 1]) second++;
        this.#refuse(n, w, label, o, label[second]);
      }
      for (let i = 0, p = 0; i < n; i++) {
        for (let j = 0; j < n; j++, p++) {
          if (label[o + i] !== label[o + j]) Y[y + p] = X[x + p] / (w[o + j] - w[o + i]);
          else if (i !== j && Math.abs(X[x + p]) > slack(n) * largest) {
            this.#refuse(n, w, label, o, label[o + i]);
          }
        }
      }
    });
  }

  even(d: NdArray): NdArray {
    const X = d.data;
    const n = d.shape[d.shape.length - 2];
    return this.#over(d, 1, (w, label, o, x, Y, y) => {
      const largest = largestOf(n, X, x);
      for (let i = 0; i < n; i++) {
        const apart = Math.abs(X[x + i] - X[x + i - 1]) > slack(n) * largest;
        if (i > 0 && label[o + i] === label[o + i - 1] && apart) this.#refuse(n, w, label, o, label[o + i]);
        if (Math.abs(X[x + i]) > slack(n) * largest) refuseZero(this.#op, w, o, i, this.#of);
      }
      copy(n, X, x, Y, y);
    });
  }
}

/** Singular values come with the shape of their matrices: those that are zero there have a kink. */
export const gapFactor = (A: NdArray, op: string, of?: readonly number[]): GapFactor => new Gaps(A, op, of);
