import { cholesky, det, inv, type NdArray, slogdet, solve } from '@matgrad/core';
import type { Kind, Op } from '../golden/format.ts';
import type { Matrix } from '../matrix.ts';
import { type Backend, float64, type Inputs, type Prepared, prepared } from './backend.ts';
import { versionOf } from './version.ts';

const toNd = ({ rows, cols, data }: Matrix): NdArray => ({ shape: [rows, cols], data });
const read = (X: NdArray) => [X.data];
const readAll = (X: readonly NdArray[]) => X.map(({ data }) => data);

function value(op: Op, A: NdArray, B: NdArray): Prepared {
  switch (op) {
    case 'inv':
      return prepared(() => inv(A), read);
    case 'det':
      return prepared(() => det(A), read);
    case 'slogdet':
      return prepared(() => slogdet(A), readAll);
    case 'solve':
      return prepared(() => solve(A, B), read);
    case 'cholesky':
      return prepared(() => cholesky(A), read);
  }
}

function gradient(op: Op, A: NdArray, B: NdArray, C: NdArray): Prepared {
  const c: NdArray = { shape: [], data: C.data };
  switch (op) {
    case 'inv':
      return prepared(() => inv.vjp(A).pullback(C), readAll);
    case 'det':
      return prepared(() => det.vjp(A).pullback(c), readAll);
    case 'slogdet':
      return prepared(() => slogdet.vjp(A).pullback([null, c]), readAll);
    case 'solve':
      return prepared(() => solve.vjp(A, B).pullback(C), readAll);
    case 'cholesky':
      return prepared(() => cholesky.vjp(A).pullback(C), readAll);
  }
}

function prepare(op: Op, kind: Kind, inputs: Inputs): Prepared {
  const [A, B, C] = [toNd(inputs.A), toNd(inputs.B), toNd(inputs.cotangent)];
  return kind === 'value' ? value(op, A, B) : gradient(op, A, B, C);
}

/** @matgrad/core: float64, values with gradients. */
export const core: Backend = {
  name: '@matgrad/core',
  version: versionOf('@matgrad/core'),
  unit: float64,
  supports: () => true,
  prepare,
};
