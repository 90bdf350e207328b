import { Decimal } from 'decimal.js';
import type { Matrix } from '../matrix.ts';
import { decompose } from './rational.ts';

/** 120 significant digits: for what is not rational, that is square roots and logarithms. */
export const Digits = Decimal.clone({ precision: 120, minE: -9e15, maxE: 9e15 });
export type Digits = Decimal;
export type DecimalMatrix = Digits[][];

/** Exactly x. The constructor of decimal.js would read the shortest decimal string of x, which is another number. */
export function exactly(x: number): Digits {
  const [m, e] = decompose(x);
  const power = new Digits((1n << BigInt(Math.abs(e))).toString());
  const significand = new Digits(m.toString());
  return e < 0 ? significand.div(power) : significand.mul(power);
}

export const toDecimal = ({ rows, cols, data }: Matrix): DecimalMatrix =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => exactly(data[i * cols + j] as number)),
  );

/** log |p/q| */
export function logOfRatio(p: bigint, q: bigint): Digits {
  return new Digits(p.toString()).div(q.toString()).abs().ln();
}

/** Lower Cholesky factor; throws RangeError at the first pivot that is not positive. */
export function cholesky(A: DecimalMatrix): DecimalMatrix {
  const n = A.length;
  const L = zeros(n);
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      const rest = entry(A, i, j).minus(dot(L, i, L, j, j));
      if (i === j && !rest.gt(0)) throw new RangeError(`pivot ${j} is not positive`);
      (L[i] as Digits[])[j] = i === j ? rest.sqrt() : rest.div(entry(L, j, j));
    }
  return L;
}

/** The inverse of a lower triangular matrix. */
export function lowerInverse(L: DecimalMatrix): DecimalMatrix {
  const n = L.length;
  const K = zeros(n);
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let rest = new Digits(i === j ? 1 : 0);
      for (let k = j; k < i; k++) rest = rest.minus(entry(L, i, k).mul(entry(K, k, j)));
      (K[i] as Digits[])[j] = rest.div(entry(L, i, i));
    }
  return K;
}

/**
 * Gradient of A ↦ ⟨C, L⟩ for symmetric A = L Lᵀ: sym(L⁻ᵀ Φ(LᵀC) L⁻¹), Φ = lower triangle with half the diagonal
 * (Murray 2016, eq. 10).
 */
export function choleskyGradient(A: DecimalMatrix, C: DecimalMatrix): DecimalMatrix {
  const n = A.length;
  const L = cholesky(A);
  const K = lowerInverse(L);
  const phi = table(n, (i, j) =>
    j > i ? zero : sum(i, n, (k) => entry(L, k, i).mul(entry(C, k, j))).div(i === j ? 2 : 1),
  );
  const left = table(n, (i, j) => sum(Math.max(i, j), n, (k) => entry(K, k, i).mul(entry(phi, k, j))));
  const full = table(n, (i, j) => sum(j, n, (k) => entry(left, i, k).mul(entry(K, k, j))));
  return table(n, (i, j) =>
    entry(full, i, j)
      .plus(entry(full, j, i))
      .div(2),
  );
}

/** (B - A)/h, rounded to float64. */
export function difference(A: DecimalMatrix, B: DecimalMatrix, h: Digits): Matrix {
  const n = A.length;
  const data = Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return entry(B, i, j)
      .minus(entry(A, i, j))
      .div(h)
      .toNumber();
  });
  return { rows: n, cols: n, data };
}

/** A + h E */
export const perturbed = (A: DecimalMatrix, E: Matrix, h: Digits): DecimalMatrix =>
  table(A.length, (i, j) => entry(A, i, j).plus(exactly(E.data[i * E.cols + j] as number).mul(h)));

/** Every entry rounded to float64. */
export const rounded = (A: DecimalMatrix): Matrix => ({
  rows: A.length,
  cols: A.length,
  data: Float64Array.from(A.flat(), (x) => x.toNumber()),
});

const zero = new Digits(0);
const entry = (A: DecimalMatrix, i: number, j: number): Digits => A[i]?.[j] ?? zero;
const zeros = (n: number): DecimalMatrix => table(n, () => zero);
const table = (n: number, f: (i: number, j: number) => Digits): DecimalMatrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => f(i, j)));

function sum(from: number, to: number, term: (k: number) => Digits): Digits {
  let total = zero;
  for (let k = from; k < to; k++) total = total.plus(term(k));
  return total;
}

const dot = (A: DecimalMatrix, i: number, B: DecimalMatrix, j: number, length: number): Digits =>
  sum(0, length, (k) => entry(A, i, k).mul(entry(B, j, k)));
