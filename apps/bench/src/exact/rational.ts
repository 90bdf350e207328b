import type { Matrix } from '../matrix.ts';
import { nearestDouble } from './round.ts';

/** A matrix of rationals num_ij/den with one common denominator: exact arithmetic, rounded once at the end. */
export type RationalMatrix = {
  readonly rows: number;
  readonly cols: number;
  readonly num: readonly bigint[];
  readonly den: bigint;
};

const significand = new DataView(new ArrayBuffer(8));

/** x = m·2^e exactly, m and e integers. */
export function decompose(x: number): [m: bigint, e: number] {
  significand.setFloat64(0, x);
  const word = significand.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const m = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return [word >> 63n ? -m : m, Math.max(biased, 1) - 1075];
}

/** The matrix itself: every float64 is a rational. */
export function toRational({ rows, cols, data }: Matrix): RationalMatrix {
  const parts = Array.from(data, decompose).map(([m, e]) => reduceBy2(m, e));
  const low = Math.min(0, ...parts.filter(([m]) => m !== 0n).map(([, e]) => e));
  const num = parts.map(([m, e]) => (m === 0n ? 0n : m << BigInt(e - low)));
  return { rows, cols, num, den: 1n << BigInt(-low) };
}

function reduceBy2(m: bigint, e: number): [bigint, number] {
  if (m === 0n) return [0n, 0];
  let [odd, shift] = [m, e];
  while ((odd & 1n) === 0n) [odd, shift] = [odd >> 1n, shift + 1];
  return [odd, shift];
}

/** Every entry rounded to the nearest float64. */
export function toDoubles({ rows, cols, num, den }: RationalMatrix): Matrix {
  return { rows, cols, data: Float64Array.from(num, (x) => nearestDouble(x, den)) };
}

export function mul(A: RationalMatrix, B: RationalMatrix): RationalMatrix {
  const num: bigint[] = [];
  for (let i = 0; i < A.rows; i++)
    for (let j = 0; j < B.cols; j++) {
      let sum = 0n;
      for (let k = 0; k < A.cols; k++)
        sum += (A.num[i * A.cols + k] as bigint) * (B.num[k * B.cols + j] as bigint);
      num.push(sum);
    }
  return { rows: A.rows, cols: B.cols, num, den: A.den * B.den };
}

export function transpose({ rows, cols, num, den }: RationalMatrix): RationalMatrix {
  const turned = num.map((_, k) => num[(k % rows) * cols + Math.floor(k / rows)] as bigint);
  return { rows: cols, cols: rows, num: turned, den };
}

export function add(A: RationalMatrix, B: RationalMatrix): RationalMatrix {
  const num = A.num.map((x, k) => x * B.den + (B.num[k] as bigint) * A.den);
  return { ...A, num, den: A.den * B.den };
}

/** (p/q) A */
export function scale(p: bigint, q: bigint, A: RationalMatrix): RationalMatrix {
  return { ...A, num: A.num.map((x) => x * p), den: A.den * q };
}

export const neg = (A: RationalMatrix): RationalMatrix => scale(-1n, 1n, A);

/** Sum of the products of corresponding entries, as a fraction [p, q]. */
export function inner(A: RationalMatrix, B: RationalMatrix): [bigint, bigint] {
  return [A.num.reduce((sum, x, k) => sum + x * (B.num[k] as bigint), 0n), A.den * B.den];
}
