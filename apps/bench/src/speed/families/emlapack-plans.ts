import type { Problem } from '../problem.ts';
import type { Arena, Lapack } from './emlapack-module.ts';

/** What to call when A stands at `a` and its size at `n`, and where the result is then. */
export type Plan = (
  lapack: Lapack,
  problem: Problem,
  arena: Arena,
  a: number,
  n: number,
) => { call(): void; at: number; count: number };

export const matmul: Plan = (lapack, p, of, a, n) => {
  const [b, c] = [of.doubles(p.n ** 2), of.doubles(p.n ** 2)];
  const [none, one, zero] = [of.letter('N'), of.double(1), of.double(0)];
  lapack.HEAPF64.set(p.B.data, b >> 3);
  // By columns: Cᵀ = Bᵀ Aᵀ.
  const call = () => lapack._f2c_dgemm(none, none, n, n, n, one, b, n, a, n, zero, c, n);
  return { call, at: c, count: p.n ** 2 };
};

export const inv: Plan = (lapack, p, of, a, n) => {
  const [pivots, info] = [of.ints(p.n), of.int(0)];
  const [w, length] = of.workspace((x, l) => lapack['_dgetri_']!(n, a, n, pivots, x, l, info));
  const call = () => {
    lapack['_dgetrf_']!(n, n, a, n, pivots, info);
    lapack['_dgetri_']!(n, a, n, pivots, w, length, info);
  };
  return { call, at: a, count: p.n ** 2 };
};

export const solve: Plan = (lapack, p, of, a, n) => {
  const [x, pivots, info] = [of.doubles(p.n), of.ints(p.n), of.int(0)];
  const [one, transposed] = [of.int(1), of.letter('T')];
  const call = () => {
    lapack.HEAPF64.set(p.b.data, x >> 3);
    lapack['_dgetrf_']!(n, n, a, n, pivots, info);
    lapack['_dgetrs_']!(transposed, n, one, a, n, pivots, x, n, info);
  };
  return { call, at: x, count: p.n };
};

/** The upper triangle by columns is the lower one by rows; the other one keeps what it held. */
export const cholesky: Plan = (lapack, p, of, a, n) => {
  const [upper, info] = [of.letter('U'), of.int(0)];
  return { call: () => lapack['_dpotrf_']!(upper, n, a, n, info), at: a, count: p.n ** 2 };
};

/** Of A by columns. */
export const qr: Plan = (lapack, p, of, a, n) => {
  const [r, tau, info] = [of.doubles(p.n ** 2), of.doubles(p.n), of.int(0)];
  const [w, length] = of.workspace((x, l) => lapack['_dgeqrf_']!(n, n, a, n, tau, x, l, info));
  const call = () => {
    lapack['_dgeqrf_']!(n, n, a, n, tau, w, length, info);
    lapack.HEAPF64.copyWithin(r >> 3, a >> 3, (a >> 3) + p.n ** 2);
    lapack['_dorgqr_']!(n, n, n, a, n, tau, w, length, info);
  };
  return { call, at: r, count: p.n ** 2 };
};

/** Eigenvalues, with eigenvectors where the job is 'V'. */
export const spectrum =
  (job: 'N' | 'V'): Plan =>
  (lapack, p, of, a, n) => {
    const [v, lower, w, info] = [of.letter(job), of.letter('L'), of.doubles(p.n), of.int(0)];
    const [ints, intLength] = [of.ints(5 * p.n + 3), of.int(5 * p.n + 3)];
    const run = (x: number, l: number) =>
      lapack['_dsyevd_']!(v, lower, n, a, n, w, x, l, ints, intLength, info);
    const [x, length] = of.workspace(run);
    return { call: () => run(x, length), at: w, count: p.n };
  };

/** Singular values, with vectors where the job is 'S'. */
export const singular =
  (job: 'N' | 'S'): Plan =>
  (lapack, p, of, a, n) => {
    const size = job === 'S' ? p.n ** 2 : 1;
    const [j, s, u, vt] = [of.letter(job), of.doubles(p.n), of.doubles(size), of.doubles(size)];
    const [ints, info] = [of.ints(8 * p.n), of.int(0)];
    const run = (x: number, l: number) =>
      lapack['_dgesdd_']!(j, n, n, a, n, s, u, n, vt, n, x, l, ints, info);
    const [x, length] = of.workspace(run);
    return { call: () => run(x, length), at: s, count: p.n };
  };
