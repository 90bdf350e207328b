import { type NdArray, pairStacks, sizeOf, stackOf } from '../../array.ts';
import { DegenerateError } from '../../errors.ts';

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

/** Cluster number of each value: neighbours within 8n·ε·‖A‖ are one. */
export function clustersOf(w: Float64Array): Int32Array {
  const n = w.length;
  const size = Math.max(Math.abs(w[0] ?? 0), Math.abs(w[n - 1] ?? 0));
  const label = new Int32Array(n);
  for (let i = 1; i < n; i++) label[i] = label[i - 1] + (Math.abs(w[i] - w[i - 1]) > slack(n) * size ? 1 : 0);
  return label;
}

const refuse = (op: string, w: Float64Array, label: Int32Array, cluster: number): never => {
  const members = [...label.keys()].filter((i) => label[i] === cluster);
  throw new DegenerateError(op, Math.abs(w[members[members.length - 1]] - w[members[0]]), members, ADVICE);
};

type Member = (w: Float64Array, label: Int32Array, x: Float64Array, y: Float64Array) => void;

/** A class that finds clusters when first asked for: values alone need none, and closures cost more than a 3×3 problem. */
class Gaps implements GapFactor {
  readonly A: NdArray;
  readonly #op: string;
  #clusters: readonly Int32Array[] | undefined;

  constructor(A: NdArray, op: string) {
    this.A = A;
    this.#op = op;
    this.#clusters = undefined;
  }

  /** For each member of the common stack, f with eigenvalues, clusters, and where its part of B begins. */
  #over(B: NdArray, columns: number, f: Member): NdArray {
    const { shape, data } = this.A;
    const n = shape[shape.length - 2];
    const size = n * columns;
    const own = shape.slice(0, -2);
    const values = (i: number) => data.subarray(i * n, (i + 1) * n);
    this.#clusters ??= Array.from({ length: sizeOf(own) }, (_, i) => clustersOf(values(i)));
    const { stack, ia, ib } = pairStacks(own, stackOf(B));
    const Y = new Float64Array(ia.length * size);
    for (let i = 0; i < ia.length; i++) {
      const x = B.data.subarray(ib[i] * size, (ib[i] + 1) * size);
      f(values(ia[i]), this.#clusters[ia[i]], x, Y.subarray(i * size, (i + 1) * size));
    }
    return { shape: [...stack, ...B.shape.slice(-2)], data: Y };
  }

  gap(M: NdArray): NdArray {
    return this.#over(M, M.shape[M.shape.length - 1], (w, label, x, y) => {
      const n = w.length;
      const simple = n === 0 || label[n - 1] === n - 1;
      const largest = x.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
      // A direction that vanishes altogether may hide what it has in the cluster: f(A) through V where f is 0.
      if (!simple && largest === 0) {
        refuse(this.#op, w, label, label.find((c, i) => i > 0 && c === label[i - 1]) ?? 0);
      }
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          if (label[i] !== label[j]) y[i * n + j] = x[i * n + j] / (w[j] - w[i]);
          else if (i !== j && Math.abs(x[i * n + j]) > slack(n) * largest) {
            refuse(this.#op, w, label, label[i]);
          }
        }
      }
    });
  }

  even(d: NdArray): NdArray {
    return this.#over(d, 1, (w, label, x, y) => {
      const n = w.length;
      const largest = x.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
      for (let i = 1; i < n; i++) {
        const apart = Math.abs(x[i] - x[i - 1]) > slack(n) * largest;
        if (label[i] === label[i - 1] && apart) refuse(this.#op, w, label, label[i]);
      }
      y.set(x);
    });
  }
}

export const gapFactor = (A: NdArray, op: string): GapFactor => new Gaps(A, op);
