import type { NdArray } from '../../array.ts';

/** A function of a general matrix with its derivatives of every order. */
export interface FrechetFactor {
  readonly A: NdArray;
  frechet(directions: readonly NdArray[]): NdArray;
}

/** The factor that the words of the algebra take, from what computes a function and its multilinear derivatives. */
export const frechetFactor = (
  A: NdArray,
  { Y, frechet }: { readonly Y: NdArray; frechet(...E: NdArray[]): NdArray },
): FrechetFactor => ({ A, frechet: (directions) => (directions.length === 0 ? Y : frechet(...directions)) });
