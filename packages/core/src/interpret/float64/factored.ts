import type { Factor } from '../../algebra.ts';
import type { NdArray } from '../../array.ts';

/** What a factorisation offers to the words that take one; which of these it has depends on the identity. */
interface Factorisation {
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
  spectral(directions: readonly NdArray[]): NdArray;
  frechet(directions: readonly NdArray[]): NdArray;
  gap(M: NdArray): NdArray;
  even(d: NdArray): NdArray;
  sylvester(C: NdArray): NdArray;
  sylvesterT(C: NdArray): NdArray;
  stein(C: NdArray): NdArray;
  steinT(C: NdArray): NdArray;
}

export const ldiv = (f: Factor, B: NdArray): NdArray => (f as Factorisation).solve(B);
export const ldivT = (f: Factor, B: NdArray): NdArray => (f as Factorisation).solveT(B);
export const spectral = (f: Factor, ...E: NdArray[]): NdArray => (f as Factorisation).spectral(E);
export const sylvester = (f: Factor, C: NdArray): NdArray => (f as Factorisation).sylvester(C);
export const sylvesterT = (f: Factor, C: NdArray): NdArray => (f as Factorisation).sylvesterT(C);
export const stein = (f: Factor, C: NdArray): NdArray => (f as Factorisation).stein(C);
export const steinT = (f: Factor, C: NdArray): NdArray => (f as Factorisation).steinT(C);
export const frechet = (f: Factor, ...E: NdArray[]): NdArray => (f as Factorisation).frechet(E);
export const gap = (f: Factor, M: NdArray): NdArray => (f as Factorisation).gap(M);
export const even = (f: Factor, d: NdArray): NdArray => (f as Factorisation).even(d);
