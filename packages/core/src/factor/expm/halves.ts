import { type NdArray, stackOf } from '../../array.ts';
import { overStacks } from '../schur/members.ts';
import { type Expm, expm } from './expm.ts';

/** [[0, s·A], [A, 0]] */
function doubled(A: NdArray, s: number): NdArray {
  const n = A.shape[A.shape.length - 1];
  return overStacks([stackOf(A)], 2 * n, 2 * n, ([m], out) => {
    for (let i = 0, p = m * n * n; i < n; i++) {
      for (let j = 0; j < n; j++, p++) {
        out[2 * n * i + n + j] = s * A.data[p];
        out[2 * n * (n + i) + j] = A.data[p];
      }
    }
  });
}

/** The block of the first n columns that begins in the given row. */
function blockOf(X: NdArray, row: number): NdArray {
  const n = X.shape[X.shape.length - 1] / 2;
  return overStacks([stackOf(X)], n, n, ([m], out) => {
    for (let i = 0; i < n; i++) {
      const p = 4 * n * n * m + 2 * n * (row * n + i);
      out.set(X.data.subarray(p, p + n), i * n);
    }
  });
}

/**
 * The even and the odd half of the exponential series of A, with alternating signs if s = -1:
 * exp [[0, -A], [A, 0]] = [[cos A, -sin A], [sin A, cos A]], exp [[0, A], [A, 0]] = [[cosh A, sinh A], [sinh A, cosh A]].
 * No part is a difference of large numbers, and each is as accurate at small A as at large. Their derivatives along E are `along(E)`.
 */
export function halvesOfExp(s: 1 | -1, A: NdArray, op: string) {
  const f = expm(doubled(A, s), op);
  const along = (...E: NdArray[]): [even: NdArray, odd: NdArray] => {
    const X = E.length === 0 ? f.Y : f.frechet(...E.map((D) => doubled(D, s)));
    return [blockOf(X, 0), blockOf(X, 1)];
  };
  return along;
}

/** One of them: the even half is part 0, the odd one part 1. */
export const halfOfExp =
  (s: 1 | -1, part: 0 | 1) =>
  (A: NdArray, op: string): Pick<Expm, 'Y' | 'frechet'> => {
    const along = halvesOfExp(s, A, op);
    return { Y: along()[part], frechet: (...E) => along(...E)[part] };
  };
