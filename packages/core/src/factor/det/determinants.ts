import type { NdArray } from '../../array.ts';
import { logSplit } from '../../kernel/diagonalProduct.ts';
import { ldexp } from '../../kernel/exponent.ts';
import { determinant } from '../lu/determinant.ts';
import { type FactoredLU, perMember } from '../lu/factored.ts';

/** Determinants of the members, by mantissa and exponent: they over- and underflow only where the result does. */
export const determinants = ({ A, factors }: FactoredLU): NdArray =>
  perMember(A, factors, (m) => ldexp(...determinant(factors, m)));

/** sign and log|det| of the members; 0 and -Infinity where singular. */
export const signsAndLogs = ({ A, factors }: FactoredLU): [sign: NdArray, logabs: NdArray] => [
  perMember(A, factors, (m) => Math.sign(determinant(factors, m)[0])),
  perMember(A, factors, (m) => logSplit(determinant(factors, m))),
];
