import { exponent } from '../../kernel/exponent.ts';
import { swapRows } from '../../kernel/swapRows.ts';
import { trsm } from '../../kernel/trsm.ts';
import type { LUFactors } from '../lu/divide.ts';
import { scaleBy } from '../lu/equilibrate.ts';
import { luFactor } from '../lu/factor.ts';
import type { LU } from '../lu/lu.ts';
import { svd } from '../svd/svd.ts';

/** M = R·A·C = X·D·Y with D = diag(d); G = X⁻ᵀ, H = Y⁻¹ and sign = det X·det Y = ±1. */
export interface Diagonalised {
  /** Exponents of R and of C, 2n of them. */
  readonly powers: Int32Array;
  readonly sign: number;
  readonly d: Float64Array;
  readonly G: Float64Array;
  readonly H: Float64Array;
}

const diagonal = (n: number, value: (i: number) => number): Float64Array => {
  const X = new Float64Array(n * n);
  for (let i = 0; i < n; i++) X[i * (n + 1)] = value(i);
  return X;
};

const powersOf = ({ n, S }: LUFactors, m: number): Int32Array =>
  Int32Array.from({ length: 2 * n }, (_, i) => (S ? exponent(S[2 * n * m + i]) : 0));

/** P·M·Q = L·U: X = PᵀL, D = diag(U), Y = D⁻¹U·Qᵀ. */
export function fromLU(factors: LUFactors, m: number): Diagonalised {
  const { n, F, piv, colPiv } = factors;
  const f = m * n * n;
  const d = Float64Array.from({ length: n }, (_, i) => F[f + i * (n + 1)]);
  const G = diagonal(n, () => 1);
  trsm(true, true, n, n, F, f, 1, n, G, 0, n);
  swapRows(true, n, n, piv, m * n, G, 0, n);
  const H = diagonal(n, (i) => d[i]);
  trsm(true, false, n, n, F, f, n, 1, H, 0, n);
  if (colPiv) swapRows(true, n, n, colPiv, m * n, H, 0, n);
  const sign = parity(n, piv, m * n) * (colPiv ? parity(n, colPiv, m * n) : 1);
  return { powers: powersOf(factors, m), sign, d, G, H };
}

/** M = U·S·Vᵀ: X = U, D = S, Y = Vᵀ; M = A where it is not to be scaled. */
export function fromSVD({ n, A, factors }: LU, m: number, scaled: boolean): Diagonalised {
  const { S } = factors;
  const nn = n * n;
  const M = A.data.slice(m * nn, (m + 1) * nn);
  if (S && scaled) scaleBy(n, n, S, 2 * n * m, 2 * n * m + n, A.data, m * nn, M, 0);
  const { U, s, V } = svd({ shape: [n, n], data: M }, 'cofactor');
  const powers = scaled ? powersOf(factors, m) : new Int32Array(2 * n);
  return { powers, sign: signOfDet(n, U.data) * signOfDet(n, V.data), d: s.data, G: U.data, H: V.data };
}

function parity(n: number, piv: Int32Array, off: number): number {
  let sign = 1;
  for (let i = 0; i < n; i++) if (piv[off + i] !== i) sign = -sign;
  return sign;
}

function signOfDet(n: number, Q: Float64Array): number {
  const F = Float64Array.from(Q);
  const piv = new Int32Array(n);
  luFactor(n, n, F, 0, piv, 0);
  let sign = parity(n, piv, 0);
  for (let i = 0; i < n; i++) if (F[i * (n + 1)] < 0) sign = -sign;
  return sign;
}
