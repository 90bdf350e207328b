import { type NdArray, sizeOf } from '../../../src/array.ts';
import * as m from '../everything.ts';
import type { DerivativeCase } from './cases.ts';

type Inputs = Readonly<Record<string, NdArray>>;
type Outputs = Readonly<Record<string, NdArray>>;
type Expression = (x: Inputs, c: DerivativeCase, signs: NdArray | undefined) => NdArray | Outputs;

const option = ({ extra }: DerivativeCase, name: string): unknown => extra?.op_kwargs?.[name];

/** The solution and, where the suite wants them, the sums of squares that are left. */
const leastSquares = (A: NdArray, B: NdArray, left: readonly number[]): Outputs => {
  const X = m.lstsq(A, B);
  if (sizeOf(left) === 0) return { output_0: X, output_1: m.slice(m.reshape(X, [sizeOf(X.shape)]), 0, 0) };
  return { output_0: X, output_1: m.sumsq(m.sub(m.matmul(A, X), B), -2) };
};

/** P·A·X = P·B by factors, or X·A = B, of A or of its transpose. */
const luSolve = (A: NdArray, B: NdArray, adjoint: boolean, left: boolean): NdArray => {
  const M = adjoint ? m.transpose(A) : A;
  return left ? m.solve(M, B) : m.transpose(m.solve(m.transpose(M), m.transpose(B)));
};

/** The suite hands symmetric operations the sum of its input and the transpose of that. */
const folded = (A: NdArray): NdArray => m.add(A, m.transpose(A));

/** Which matgrad expression stands for which operation of the suite with derivatives; outputs by its names. */
export const differentiable: Readonly<Record<string, Expression>> = {
  cholesky: ({ a }, c) => {
    const L = m.cholesky(folded(a));
    return option(c, 'upper') ? m.transpose(L) : L;
  },
  cond: ({ a }) => m.cond(a),
  det: ({ a }) => m.det(a),
  eigh: ({ a }) => {
    const [values, V] = m.eigh(folded(a));
    return { values, vectors: m.abs(V) };
  },
  eigvalsh: ({ a }) => m.eigvalsh(folded(a)),
  inv: ({ a }) => m.inv(a),
  lstsq: ({ a, b }, { expected }) => leastSquares(a, b, (expected.jvp.output_1 as NdArray).shape),
  lu: ({ a }) => {
    const [, L, U] = m.lu(a);
    return { output_1: L, output_2: U };
  },
  lu_solve: ({ a, b }, c) => luSolve(a, b, option(c, 'adjoint') === true, option(c, 'left') === true),
  matrix_exp: ({ a }) => m.expm(a),
  matrix_norm: ({ a }, { args }) => {
    const [ord, axes, keep] = args as [m.NormOrder, readonly number[], boolean];
    const y = m.norm(a, ord, axes);
    return keep ? m.reshape(y, [1, 1]) : y;
  },
  matrix_power: ({ a }, { args }) => m.matrixPower(a, args?.[0] as number),
  multi_dot: (x) => Object.values(x).reduce((P, A) => m.matmul(P, A)),
  pinv: ({ a }, c) => {
    const rtol = option(c, 'rtol');
    return rtol === null ? m.pinv(a) : m.pinv(a, rtol as number);
  },
  pinv_hermitian: ({ a }) => m.pinv(folded(a)),
  qr: ({ a }, _, signs) => {
    const [Q, R] = m.qr(a);
    return signs
      ? { output_0: m.matmul(Q, signs), output_1: m.matmul(signs, R) }
      : { output_0: Q, output_1: R };
  },
  slogdet: ({ a }) => {
    const [sign, logabsdet] = m.slogdet(a);
    return { output_0: sign, output_1: logabsdet };
  },
  solve: ({ a, b }) => {
    // A stack of vectors is one of columns.
    const vectors = b.shape.length === a.shape.length - 1;
    if (!vectors || b.shape.length === 1) return m.solve(a, b);
    return m.reshape(m.solve(a, m.reshape(b, [...b.shape, 1])), b.shape);
  },
  svd_s: ({ a }) => ({ s: m.svd(a)[1] }),
  svd_uvh: ({ a }) => {
    const [U, s, V] = m.svd(a);
    return { s, uvh: m.matmul(U, m.transpose(V)) };
  },
  svdvals: ({ a }) => m.svdvals(a),
};

/**
 * The signs of the columns of Q, as a diagonal matrix, that the suite's QR has where matgrad's has a positive diagonal in R.
 * Nothing but a derivative tells them: that of a column of Q turns with it.
 */
export function signsFor({ op, input, probe, expected }: DerivativeCase): NdArray | undefined {
  if (op !== 'qr') return undefined;
  const [dQ] = m.jvp((A) => m.qr(A), [input.a as NdArray], [probe.direction.a as NdArray]).tangent;
  const wanted = expected.jvp.output_0 as NdArray;
  const product = m.matmul(m.transpose(dQ as NdArray), wanted);
  const k = product.shape[product.shape.length - 1] as number;
  const onDiagonal = (p: number) => Math.floor(p / k) % k === p % k;
  return { shape: product.shape, data: product.data.map((x, p) => (onDiagonal(p) ? Math.sign(x) : 0)) };
}
