import type { NdArray } from '../../array.ts';
import { mapped } from '../../kernel/mapped.ts';
import { zeroPivot } from '../lu/divide.ts';
import { lu } from '../lu/lu.ts';
import { times, turned } from '../schur/members.ts';
import { frobenius } from '../sylvester/separation.ts';
import { discreteLyapunov } from '../sylvester/sylvester.ts';
import { type Member, overEquations } from './input.ts';
import { newton, refuse } from './newton.ts';
import { scaled } from './scaled.ts';

// 2^60 steps of the recursion X ← AᵀX(I + GX)⁻¹A + Q.
const DOUBLINGS = 60;

/** (I + G·X)⁻¹·B */
function divided(op: string, n: number, G: Float64Array, X: Float64Array, B: Float64Array): Float64Array {
  const shape = [n, n];
  const W = times(n, n, n, G, X);
  for (let p = 0; p < W.length; p += n + 1) W[p] += 1;
  const f = lu({ shape, data: W }, op);
  if (!W.every(Number.isFinite) || zeroPivot(f.factors, 0) >= 0) refuse(op);
  return f.solve({ shape, data: B }).data;
}

const plus = (X: Float64Array, Y: Float64Array): Float64Array => mapped(X, (x, p) => x + Y[p]);

/** X by the doubling algorithm. */
function byDoubling(op: string, { n, A: first, G: input, Q }: Member): Float64Array {
  let [A, G, X] = [first, input, Q];
  for (let k = 0; k < DOUBLINGS; k++) {
    const At = turned(n, n, A);
    const V = divided(op, n, G, X, A);
    const gain = times(n, n, n, At, times(n, n, n, X, V));
    G = plus(G, times(n, n, n, A, times(n, n, n, divided(op, n, G, X, G), At)));
    A = times(n, n, n, A, V);
    X = plus(X, gain);
    if (!(frobenius(X) < 1 / 0)) refuse(op);
    if (frobenius(gain) <= 2 ** -52 * frobenius(X)) return X;
  }
  return refuse(op);
}

/** The stabilising X with X = Aᵀ·X·A - Aᵀ·X·B·(R + Bᵀ·X·B)⁻¹·Bᵀ·X·A + Q, for each member of a stack; `op` names the caller. */
export const dare = (op: string, x: readonly [A: NdArray, B: NdArray, Q: NdArray, R: NdArray]): NdArray =>
  overEquations(op, x, (given) =>
    scaled(given, (equation) => {
      const { n, A, G, Q } = equation;
      const linearised = (X: Float64Array) => {
        const loop = divided(op, n, G, X, A);
        const AXA = times(n, n, n, turned(n, n, A), times(n, n, n, X, loop));
        const residual = mapped(AXA, (x, p) => x - X[p] + Q[p]);
        return { residual, equation: discreteLyapunov({ shape: [n, n], data: turned(n, n, loop) }, op) };
      };
      const stable = (re: number, im: number) => Math.hypot(re, im) < 1;
      return newton(op, { n, linearised, stable }, byDoubling(op, equation));
    }),
  );
