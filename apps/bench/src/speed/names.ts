import type { Against } from './gates.ts';
import { type Case, kernels, outKernels, type SpeedOp } from './problem.ts';

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
  matmulOut: 'matrix product into memory of the caller',
  invOut: 'inverse into memory of the caller',
  logdet: 'log det A',
  traceInv: 'tr A⁻¹B',
  quadratic: 'bᵀA⁻¹b',
  gp: 'Gaussian process likelihood',
};

export const groups = [...kernels, ...outKernels] as const;

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
