import { padeExp } from '../../kernel/padeExp.ts';
import { expDifference } from './expDifference.ts';
import type { Jet, Jets } from './jets.ts';
import type { Plan } from './plan.ts';

/**
 * The entries of exp(T) on the diagonal and next to it, exactly, for upper triangular T = 2^shift·B: squaring loses them
 * where eigenvalues are far apart (Al-Mohy and Higham 2009a, code fragment 2.1).
 */
export function mendTriangular(n: number, B: Float64Array, scale: number, X: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const p = i * (n + 1);
    X[p] = Math.exp(scale * B[p]);
    if (i + 1 < n) {
      X[p + 1] = scale * B[p + 1] * expDifference(scale * B[p], scale * B[p + n + 1]);
    }
  }
}

/** exp(2^e·B): X = r_m(2^(e-s)·B), squared s times. r_m = (v - u)⁻¹(v + u) = I + 2(v - u)⁻¹u, u odd and v even. */
export function program(
  R: Jets,
  B: Jet,
  e: number,
  { degree, squarings }: Plan,
  mend: (X: Float64Array, scale: number) => void,
): Jet {
  const b = padeExp(degree);
  const c = 2 ** (e - squarings);
  const at = (j: number): number => b[j] * c ** j;
  const B2 = R.mul(B, B);
  const powers: Jet[] = [B2];
  if (degree >= 5) powers.push(R.mul(B2, B2));
  if (degree >= 7) powers.push(R.mul(B2, powers[1]));
  if (degree === 9) powers.push(R.mul(powers[1], powers[1]));
  const series = (first: number, identity: number): Jet =>
    R.sum(
      powers.map((X, i) => [at(first + 2 * i), X] as const),
      identity,
    );
  let odd: Jet;
  let V: Jet;
  if (degree < 13) {
    odd = series(3, at(1));
    V = series(2, 1);
  } else {
    odd = R.sum(
      [
        [1, R.mul(powers[2], series(9, 0))],
        [1, series(3, at(1))],
      ],
      0,
    );
    V = R.sum(
      [
        [1, R.mul(powers[2], series(8, 0))],
        [1, series(2, 1)],
      ],
      0,
    );
  }
  const U = R.mul(B, odd);
  const Q = R.sum(
    [
      [1, V],
      [-1, U],
    ],
    0,
  );
  const half = R.divide(Q, U);
  let X = R.sum([[2, half]], 1);
  R.once(() => mend(X[0] as Float64Array, c));
  for (let k = 1, scale = 2 * c; k <= squarings; k++, scale *= 2) X = R.mul(X, X, (Z) => mend(Z, scale));
  return X;
}
