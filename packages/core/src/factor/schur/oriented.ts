import { type NdArray, stackOf } from '../../array.ts';
import { sortTriangular } from '../../kernel/sortTriangular.ts';
import { pointColumns } from '../eigh/pointColumns.ts';
import { overStacks } from './members.ts';

/**
 * A = Q·T·Qᵀ in the form that is unique for real and distinct eigenvalues: these ascend, and the largest entry of each column of Q
 * is positive. Where there are complex pairs, the order is left as it is.
 */
export function oriented(form: { readonly Q: NdArray; readonly T: NdArray }): { Q: NdArray; T: NdArray } {
  const { shape } = form.Q;
  const n = shape[shape.length - 1];
  const [q, t] = [form.Q.data.slice(), form.T.data.slice()];
  for (let p = 0; p < t.length; p += n * n) {
    let triangular = true;
    for (let i = 1; i < n; i++) triangular &&= t[p + i * (n + 1) - 1] === 0;
    if (triangular) sortTriangular(n, t, q, p);
  }
  const Q = pointColumns({ shape, data: q });
  const T = overStacks([stackOf(Q)], n, n, ([m], out) => {
    const from = m * n * n;
    const turned = (j: number) => {
      let dot = 0;
      for (let p = from + j; p < from + n * n; p += n) dot += Q.data[p] * q[p];
      return Math.sign(dot);
    };
    const s = Float64Array.from({ length: n }, (_, j) => turned(j));
    for (let p = 0; p < n * n; p++) out[p] = s[Math.floor(p / n)] * t[from + p] * s[p % n];
  });
  return { Q, T };
}
