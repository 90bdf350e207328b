import type { Against } from './gates.ts';
import { type Case, type Kind, kernels, type SpeedOp } from './problem.ts';

/** What the operations are called in tables. */
export const opNames: Readonly<Record<SpeedOp, string>> = {
  matmul: 'matrix product',
  solve: 'solve, one right-hand side',
  cholesky: 'Cholesky',
  inv: 'inverse',
  qr: 'QR, Q and R',
  eigh: 'symmetric eigenvalues and vectors',
  eigvalsh: 'symmetric eigenvalues',
  svd: 'singular values and vectors',
  svdvals: 'singular values',
  logdet: 'log det A',
  traceInv: 'tr A⁻¹B',
  quadratic: 'bᵀA⁻¹b',
  gp: 'Gaussian process likelihood',
};

const suffixes: Readonly<Record<Kind, string>> = {
  value: '',
  out: ' into memory of the caller',
  gradient: ', with gradient',
};

/** What it is called, with what is wanted of it. */
export const titleOf = ({ op, kind }: Pick<Case, 'op' | 'kind'>): string => opNames[op] + suffixes[kind];

/** The tables of kernels. */
export const groups = (['value', 'out'] as const).flatMap((kind) => kernels.map((op) => ({ op, kind })));

/** `64`, or `10000 × 4` for stacks. */
export const sizeText = ({ n, count }: Case): string => (count === 1 ? String(n) : `${count} × ${n}`);

export const againstNames: Readonly<Record<Against, string>> = {
  scalar: 'peak loop',
  wide: 'peak loop on pairs',
  'ml-matrix': 'ml-matrix',
  peers: 'fastest peer',
  numpy: 'numpy',
  torch: 'PyTorch',
};
