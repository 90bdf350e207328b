import { type NdArray, sizeOf } from '../../array.ts';
import { logSplit } from '../../kernel/diagonalProduct.ts';
import { ldexp } from '../../kernel/exponent.ts';
import { determinant } from '../lu/determinant.ts';
import type { FactoredLU } from '../lu/factored.ts';

/** One number for each member of the stack. */
function perMember({ shape }: NdArray, value: (m: number) => number): NdArray {
  const stack = shape.slice(0, -2);
  const data = new Float64Array(sizeOf(stack));
  for (let m = 0; m < data.length; m++) data[m] = value(m);
  return { shape: stack, data };
}

/** Determinants of the members, by mantissa and exponent: they over- and underflow only where the result does. */
export const determinants = ({ A, factors }: FactoredLU): NdArray =>
  perMember(A, (m) => {
    const [mantissa, e] = determinant(factors, m);
    return ldexp(mantissa, e);
  });

/** sign and log|det| of the members; 0 and -Infinity where singular. */
export const signsAndLogs = ({ A, factors }: FactoredLU): [sign: NdArray, logabs: NdArray] => [
  perMember(A, (m) => Math.sign(determinant(factors, m)[0])),
  perMember(A, (m) => logSplit(determinant(factors, m))),
];
