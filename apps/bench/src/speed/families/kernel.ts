import { cholesky, eigh, eigvalsh, inverse, matmul, qr, solve, svd, svdvals } from '@matgrad/core/kernel';
import { type Prepared, prepared } from '../../backends/backend.ts';
import type { kernels, Problem } from '../problem.ts';
import { numbersOf } from './numbersOf.ts';

/** A form that writes into `out`, what it is compared by, and maybe elsewhere. */
const into = (out: Float64Array, run: () => unknown): Prepared => prepared(run, () => [out]);
const room = (size: number) => new Float64Array(size);

/** The forms of core's kernel that write where they are told. */
export const kernelCalls: Readonly<Record<(typeof kernels)[number], (p: Problem) => Prepared>> = {
  matmul: (p) => {
    const [n, A, B, out] = [p.n, numbersOf(p), p.B.data, room(p.n ** 2)];
    return into(out, () => matmul(n, n, n, A, B, out));
  },
  solve: (p) => {
    const [n, A, b, out] = [p.n, numbersOf(p), p.b.data, room(p.n)];
    return into(out, () => solve(n, 1, A, b, out));
  },
  cholesky: (p) => {
    const [n, A, out] = [p.n, numbersOf(p), room(p.n ** 2)];
    return into(out, () => cholesky(n, A, out));
  },
  inv: (p) => {
    const [n, count, A, out] = [p.n, p.count, numbersOf(p), room(p.count * p.n ** 2)];
    return into(out, () => inverse(n, A, out, count));
  },
  qr: (p) => {
    const [n, A, Q, R] = [p.n, numbersOf(p), room(p.n ** 2), room(p.n ** 2)];
    return into(R, () => qr(n, n, A, Q, R));
  },
  eigh: (p) => {
    const [n, A, w, V] = [p.n, numbersOf(p), room(p.n), room(p.n ** 2)];
    return into(w, () => eigh(n, A, w, V));
  },
  eigvalsh: (p) => {
    const [n, A, w] = [p.n, numbersOf(p), room(p.n)];
    return into(w, () => eigvalsh(n, A, w));
  },
  svd: (p) => {
    const [n, A, U, s, V] = [p.n, numbersOf(p), room(p.n ** 2), room(p.n), room(p.n ** 2)];
    return into(s, () => svd(n, n, A, U, s, V));
  },
  svdvals: (p) => {
    const [n, A, s] = [p.n, numbersOf(p), room(p.n)];
    return into(s, () => svdvals(n, n, A, s));
  },
};
