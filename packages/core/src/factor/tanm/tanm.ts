import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { ldexp } from '../../kernel/exponent.ts';
import { mapped } from '../../kernel/mapped.ts';
import type { Expm } from '../expm/expm.ts';
import { halvesOfExp } from '../expm/halves.ts';
import { type Jet, jets } from '../expm/jets.ts';
import { member, overStacks } from '../schur/members.ts';
import { schur } from '../schur/schur.ts';
import { slackOf } from '../sylvester/separation.ts';

function refuse(op: string): never {
  throw new DomainError(
    op,
    'expected no eigenvalue at a pole, got one to working precision',
    'tan has its poles at odd multiples of π/2, tanh at those of iπ/2.',
  );
}

/** Eigenvalues x + iy of tan; those of tanh are turned by i. */
interface Spectrum {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A part of a matrix, 1/(odd·2^k) of it, from whose tangent that of the whole is made. */
interface Part {
  readonly odd: 1 | 3;
  readonly k: number;
}

const partOf = ({ odd, k }: Part, x: number): number => ldexp(x / odd, -k);

/** How far that part of an eigenvalue is from the nearest pole. */
function fromPole({ x, y }: Spectrum, i: number, part: Part): number {
  const turns = partOf(part, x[i]) / Math.PI - 0.5;
  return Math.hypot((turns - Math.round(turns)) * Math.PI, partOf(part, y[i]));
}

// 2^1024 halved so often is 1.
const HALVINGS = 1024;

/**
 * The part that loses least. Of cosines that grow as e^|y| small ones lose the square of that, and the tangent of a multiple, as
 * 2t/(1 - t²), the square of a t next to a pole.
 */
function choose(op: string, s: Spectrum): Part {
  const height = s.y.reduce((max, y) => Math.max(max, Math.abs(y)), 0);
  let best: Part = { odd: 1, k: 0 };
  let least = 1 / 0;
  for (const odd of [1, 3] as const) {
    let passed = 1;
    for (let k = 0; k < HALVINGS; k++) {
      const part: Part = { odd, k };
      if (odd * 2 ** k > 1)
        for (let i = 0; i < s.x.length; i++) passed = Math.max(passed, fromPole(s, i, part) ** -2);
      const loss = Math.max(passed, Math.exp(2 * partOf(part, height)));
      if (loss < least) [best, least] = [part, loss];
      if (partOf(part, height) < 1) break;
    }
  }
  return least < 2 ** 50 ? best : refuse(op);
}

/** Tangents of one matrix and of jets around it: sin/cos of a part, then tan 2x = 2t/(1 - t²) and tan 3x = (3t - t³)/(1 - 3t²). */
function tangent(op: string, sign: 1 | -1, n: number, A: Float64Array, part: Part) {
  const small = (X: Float64Array): NdArray => ({ shape: [n, n], data: mapped(X, (x) => partOf(part, x)) });
  const along = halvesOfExp(sign, small(A), op);
  const memo: unknown[] = [];
  return (E: readonly Float64Array[]): Float64Array | null => {
    const R = jets(n, memo, () => refuse(op));
    const halves = Array.from({ length: 2 ** E.length }, (_, S) =>
      along(...E.filter((_, i) => S & (1 << i)).map(small)),
    );
    const half = (i: 0 | 1): Jet => halves.map((parts) => parts[i].data);
    let T = R.divide(half(0), half(1));
    for (let j = 0; j < part.k; j++) T = R.divide(R.sum([[sign, R.mul(T, T)]], 1), R.sum([[2, T]], 0));
    if (part.odd === 3) {
      const square = R.mul(T, T);
      const cube = R.mul(T, square);
      const cubic = R.sum(
        [
          [3, T],
          [sign, cube],
        ],
        0,
      );
      T = R.divide(R.sum([[3 * sign, square]], 1), cubic);
    }
    return T[T.length - 1];
  };
}

/** tan A (sign -1) or tanh A (sign 1) for each member of a stack [..., n, n]; `op` names the caller in errors. */
export const tangentOf =
  (sign: 1 | -1) =>
  (A: NdArray, op: string): Pick<Expm, 'Y' | 'frechet'> => {
    const n = A.shape[A.shape.length - 1];
    const stack = stackOf(A);
    const F = schur(A, op);
    const { re, im } = F.eigenvalues();
    const each = Array.from({ length: sizeOf(stack) }, (_, m) => {
      const part = ({ data }: NdArray) => data.subarray(m * n, (m + 1) * n);
      const s = sign < 0 ? { x: part(re), y: part(im) } : { x: part(im), y: part(re) };
      const slack = slackOf(F, m);
      for (let i = 0; i < n; i++) {
        if (fromPole(s, i, { odd: 1, k: 0 }) <= Math.max(slack, 2 ** -50 * Math.abs(s.x[i]))) refuse(op);
      }
      return tangent(op, sign, n, member(A, m), choose(op, s));
    });
    const frechet = (...E: NdArray[]): NdArray =>
      overStacks([stack, ...E.map(stackOf)], n, n, ([m, ...at], out) => {
        const T = each[m](E.map((X, i) => member(X, at[i])));
        if (T) out.set(T);
      });
    const Y = frechet();
    if (!Y.data.every(Number.isFinite)) refuse(op);
    return { Y, frechet };
  };
