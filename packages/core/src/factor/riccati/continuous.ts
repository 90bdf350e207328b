import type { NdArray } from '../../array.ts';
import { allocate } from '../../kernel/allocate.ts';
import { exponent, ldexp } from '../../kernel/exponent.ts';
import { mapped } from '../../kernel/mapped.ts';
import { qr } from '../qr/qr.ts';
import { times, turned } from '../schur/members.ts';
import { signOf } from '../signm/signm.ts';
import { frobenius } from '../sylvester/separation.ts';
import { lyapunov } from '../sylvester/sylvester.ts';
import { type Member, overEquations } from './input.ts';
import { newton, refuse } from './newton.ts';
import { scaled } from './scaled.ts';

/**
 * X by the sign of the Hamiltonian matrix H = [[A, -G], [-Q, -Aᵀ]]: its stable subspace is that of [I; X], where
 * sign H is -1: (sign H + I)·[I; X] = 0.
 */
function bySign(op: string, { n, A, G, Q }: Member): Float64Array {
  // X = 2^e·X̃ with 2^e·G and 2^-e·Q of one size.
  const e = Math.round((exponent(frobenius(Q)) - exponent(frobenius(G))) / 2);
  const N = 2 * n;
  const H = allocate(N * N);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const p = i * n + j;
      H[i * N + j] = A[p];
      H[i * N + n + j] = -ldexp(G[p], e);
      H[(n + i) * N + j] = -ldexp(Q[p], -e);
      H[(n + i) * N + n + j] = -A[j * n + i];
    }
  }
  const S = signOf(op, N, H, () => refuse(op));
  const half = (column: number, sign: number): NdArray => {
    const data = allocate(N * n);
    for (let i = 0, p = 0; i < N; i++) {
      for (let j = column; j < column + n; j++, p++) data[p] = sign * (S[i * N + j] + (i === j ? 1 : 0));
    }
    return { shape: [N, n], data };
  };
  const f = qr(half(n, 1), op);
  for (let p = 0; p < n * n; p += n + 1) if (f.R.data[p] === 0) refuse(op);
  return f.solve(half(0, -1)).data.map((x) => ldexp(x, e));
}

/** The stabilising X with Aᵀ·X + X·A - X·B·R⁻¹·Bᵀ·X + Q = 0, for each member of a stack; `op` names the caller in errors. */
export const care = (op: string, x: readonly [A: NdArray, B: NdArray, Q: NdArray, R: NdArray]): NdArray =>
  overEquations(op, x, (given) =>
    scaled(given, (equation) => {
      const { n, A, G, Q } = equation;
      const linearised = (X: Float64Array) => {
        const GX = times(n, n, n, G, X);
        const loop = mapped(A, (a, p) => a - GX[p]);
        const XA = times(n, n, n, X, A);
        const XGX = times(n, n, n, X, GX);
        const residual = mapped(XGX, (x, p) => x - Q[p] - XA[p] - XA[(p % n) * n + Math.floor(p / n)]);
        return { residual, equation: lyapunov({ shape: [n, n], data: turned(n, n, loop) }, op) };
      };
      return newton(op, { n, linearised, stable: (re) => re < 0 }, bySign(op, equation));
    }),
  );
