import type { NdArray } from '../../array.ts';

/** What of a modal form is data: masks and matrices of zeros and ones that say which columns are pairs. */
export interface ModalPairs {
  /** One where B has the imaginary part of an eigenvalue: its sum over a column, with its sign. */
  readonly beside: NdArray;
  /** V·re and V·im are the real and imaginary parts of eigenvectors: of columns x, y those of x - iy and x + iy. */
  readonly re: NdArray;
  readonly im: NdArray;
}

export function pairsOf({ shape, data }: NdArray): ModalPairs {
  const n = shape[shape.length - 1];
  const [beside, re, im] = [0, 0, 0].map(() => ({ shape, data: new Float64Array(data.length) }));
  for (let p = 0; p < data.length; p += n * n) {
    for (let i = 0, q = p; i < n; i++, q += n + 1) {
      re.data[q] = 1;
      if (i + 1 === n || data[q + 1] === 0) continue;
      beside.data[q + 1] = beside.data[q + n] = 1;
      re.data[q + 1] = 1;
      im.data[q + n] = -1;
      im.data[q + n + 1] = 1;
      i++;
      q += n + 1;
    }
  }
  return { beside, re, im };
}

/** One at the entry of largest modulus in each column of X + iY (the first of equals), zeros elsewhere. */
export function largestOf(X: NdArray, Y: NdArray): NdArray {
  const n = X.shape[X.shape.length - 1];
  const data = new Float64Array(X.data.length);
  for (let p = 0; p < data.length; p += n * n) {
    for (let j = p; j < p + n; j++) {
      let [best, at] = [-1, j];
      for (let q = j; q < p + n * n; q += n) {
        const size = Math.hypot(X.data[q], Y.data[q]);
        if (size > best * (1 + 2 ** -41)) [best, at] = [size, q];
      }
      data[at] = 1;
    }
  }
  return { shape: X.shape, data };
}
