import { type NdArray, stackOf } from '../../array.ts';
import { zeroPivot } from '../lu/divide.ts';
import { factorLU } from '../lu/factored.ts';
import { member, overStacks } from '../schur/members.ts';
import { type Eig, eig } from './eig.ts';

/**
 * The real modal form A = V·B·W of a stack, W = V⁻¹: an eigenvalue a has a column v of V and an entry a of B, a pair a ± ib with
 * eigenvectors x ± iy has the columns x, y and the block [[a, b], [-b, a]] with b > 0.
 */
export interface Modes {
  readonly B: NdArray;
  readonly V: NdArray;
  /** Zero where A is defective, to the last bit. */
  readonly W: NdArray;
}

/** The modal form in the order and with the columns of `Eig`; `op` names the caller in errors. */
export function modes(A: NdArray, op: string): Modes {
  const { values, vectors }: Eig = eig(A, op);
  const n = A.shape[A.shape.length - 1];
  const stack = stackOf(A);
  const each = (set: (m: number, out: Float64Array) => void) =>
    overStacks([stack], n, n, ([m], out) => set(m, out));
  const [a, b] = [values.re.data, values.im.data];
  const B = each((m, out) => {
    for (let i = 0, p = m * n; i < n; i++, p++) {
      out[i * (n + 1)] = a[p];
      // Of a pair the one with the negative imaginary part comes first.
      if (b[p] < 0) out[i * (n + 1) + 1] = -b[p];
      if (b[p] > 0) out[i * (n + 1) - 1] = -b[p];
    }
  });
  const V = each((m, out) => {
    const [x, y] = [member(vectors.re, m), member(vectors.im, m)];
    for (let p = 0; p < n * n; p++) out[p] = b[m * n + (p % n)] > 0 ? y[p] : x[p];
  });
  const W = each((m, out) => {
    const f = factorLU({ shape: [n, n], data: member(V, m) }, op);
    if (zeroPivot(f.factors, 0) < 0) out.set(f.inverse().data);
  });
  return { B, V, W };
}
