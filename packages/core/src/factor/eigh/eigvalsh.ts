import type { NdArray } from '../../array.ts';
import { eigh } from './eigh.ts';

/** Eigenvalues [..., n], ascending, of a stack [..., n, n] of symmetric matrices, of which the lower triangle is read. */
export const eigvalsh = (A: NdArray, op: string): NdArray => eigh(A, op, false).w;
