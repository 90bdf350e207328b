import {
  add,
  cholesky,
  diagPart,
  eigh,
  eigvalsh,
  inner,
  inv,
  log,
  logdet,
  matmul,
  type NdArray,
  qr,
  scale,
  solve,
  solveTriangular,
  sum,
  sumsq,
  svd,
  svdvals,
  trace,
  valueAndGrad,
} from '@matgrad/core';
import { prepared } from '../../backends/backend.ts';
import { versionOf } from '../../backends/version.ts';
import type { Matrix } from '../../matrix.ts';
import type { Problem } from '../problem.ts';
import type { Family } from './family.ts';
import { kernelCalls } from './kernel.ts';
import { numbersOf } from './numbersOf.ts';

const toNd = ({ rows, cols, data }: Matrix): NdArray => ({ shape: [rows, cols], data });
const read = (X: NdArray) => [X.data];

/** A as one array; with a leading axis where there are several. */
const stack = (p: Problem): NdArray => ({
  shape: p.count === 1 ? [p.n, p.n] : [p.count, p.n, p.n],
  data: numbersOf(p),
});

const one =
  <R>(call: (A: NdArray) => R, answer: (result: R) => NdArray) =>
  (p: Problem) => {
    const A = stack(p);
    return prepared(
      () => call(A),
      (result) => read(answer(result)),
    );
  };
const self = (X: NdArray) => X;

/** A scalar function of A, or it and its gradient. */
const gradable = (make: (p: Problem) => (A: NdArray) => NdArray) => (p: Problem) => {
  const A = stack(p);
  const f = make(p);
  if (p.kind === 'value') return prepared(() => f(A), read);
  const both = valueAndGrad(f);
  return prepared(
    () => both(A),
    ([value]) => read(value),
  );
};

/** @matgrad/core as one imports it. */
const publicCalls: Required<Family['calls']> = {
  matmul: (p) => {
    const B = toNd(p.B);
    return one((A) => matmul(A, B), self)(p);
  },
  solve: (p) => {
    const b = toNd(p.b);
    return one((A) => solve(A, b), self)(p);
  },
  cholesky: one((A) => cholesky(A), self),
  inv: one((A) => inv(A), self),
  qr: one(
    (A) => qr(A),
    ([, R]) => R,
  ),
  eigh: one(
    (A) => eigh(A),
    ([w]) => w,
  ),
  eigvalsh: one((A) => eigvalsh(A), self),
  svd: one(
    (A) => svd(A),
    ([, s]) => s,
  ),
  svdvals: one((A) => svdvals(A), self),
  logdet: gradable(() => logdet),
  traceInv: gradable((p) => {
    const B = toNd(p.B);
    return (A) => trace(solve(A, B));
  }),
  quadratic: gradable((p) => {
    const b = toNd(p.b);
    return (A) => inner(b, solve(A, b));
  }),
  // ½ yᵀK⁻¹y + ½ log det K, by the Cholesky factor.
  gp: gradable((p) => {
    const y = toNd(p.b);
    return (K) => {
      const L = cholesky(K);
      return add(scale(0.5, sumsq(solveTriangular(L, y))), sum(log(diagPart(L))));
    };
  }),
};

const outCalls: Family['calls'] = kernelCalls;

export const coreCalls = Object.fromEntries(
  Object.entries(publicCalls).map(([op, call]) => [
    op,
    (p: Problem) => ((p.kind === 'out' && outCalls[p.op]) || call)(p),
  ]),
) as Family['calls'];

export const core: Family = {
  name: 'core',
  version: versionOf('@matgrad/core'),
  calls: coreCalls,
};
