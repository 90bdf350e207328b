import { type NdArray, sizeOf, stackOf } from '../../array.ts';
import { DomainError } from '../../errors.ts';
import { allocate } from '../../kernel/allocate.ts';
import { balance } from '../../kernel/balance.ts';
import { ldexp } from '../../kernel/exponent.ts';
import { copied } from '../../kernel/mapped.ts';
import { workspace } from '../../kernel/workspace.ts';
import { member, overStacks, turned, turnedStack } from '../schur/members.ts';
import { normalised, rescale } from '../schur/normalise.ts';
import { jet, jets } from './jets.ts';
import { type Plan, plan, planDerivatives } from './plan.ts';
import { mendTriangular, program } from './program.ts';
import { triangular } from './triangular.ts';

/** The exponential of a stack of matrices, with what its derivatives need. */
export interface Expm {
  /** e^A, [..., n, n] */
  readonly Y: NdArray;
  /** The Fréchet derivative L(A, E); of several E the multilinear one, the mixed derivative ∂ᵏ e^(A + ΣtᵢEᵢ) at 0. */
  frechet(...E: NdArray[]): NdArray;
  /** The adjoint of E ↦ L(A, E): L(Aᵀ, Ȳ). */
  frechetT(Ybar: NdArray): NdArray;
}

/** exp of one matrix and of jets around it. */
interface Exponential {
  readonly Y: Float64Array;
  derivative(E: readonly Float64Array[]): Float64Array;
}

function overflow(op: string): never {
  throw new DomainError(
    op,
    'expected an exponential within the range of float64, got overflow',
    'Subtract a multiple of the identity: e^(A - cI) = e^A / e^c.',
  );
}

/** Squarings that leave no digit: e^A depends on A with a condition of about ‖A‖, 2^(squarings + 1). */
const LOST = 50;

function lost(op: string, squarings: number): never {
  throw new DomainError(
    op,
    `expected a matrix of moderate norm, got one of about 2^${squarings}: no digit of its exponential is determined`,
    "Rounding of the entries alone turns it by more than 1. For symmetric matrices use symmetricFunction(A, 'exp').",
  );
}

/** log2 of the norms whose row sums are far from overflow. */
const FREE = 1000;

/** Whether e^(B·2^e) underflows by its bound with the logarithmic norm, max_i (b_ii + Σ_j |b_ij|)·2^e. */
function vanishes(n: number, B: Float64Array, e: number): boolean {
  let largest = -1 / 0;
  for (let i = 0; i < n; i++) {
    let sum = B[i * (n + 1)];
    for (let j = 0; j < n; j++) if (j !== i) sum += Math.abs(B[i * n + j]);
    largest = Math.max(largest, sum);
  }
  return ldexp(largest, e) < -746;
}

const sumOfMagnitudes = (X: Float64Array): number => X.reduce((s, x) => s + Math.abs(x), 0);

/** D⁻¹·X·D, or D·X·D⁻¹ if `back`, times 2^e. */
function similar(n: number, D: Float64Array, X: Float64Array, back: boolean, e: number): Float64Array {
  const Z = allocate(X.length);
  for (let i = 0, p = 0; i < n; i++) {
    for (let j = 0; j < n; j++, p++) Z[p] = back ? (X[p] * D[i]) / D[j] : (X[p] / D[i]) * D[j];
  }
  rescale(n * n, Z, 0, e);
  return Z;
}

/** How many of B², B⁴, B⁶ a program begins with, by degree. */
const POWERS: Readonly<Record<number, number>> = { 3: 1, 5: 2, 7: 3, 9: 3, 13: 3 };

function exponential(op: string, n: number, A: Float64Array): Exponential {
  const shape = triangular(n, A);
  if (shape === 'lower') {
    const T = exponential(op, n, turned(n, n, A));
    return {
      Y: turned(n, n, T.Y),
      derivative: (E) => turned(n, n, T.derivative(E.map((X) => turned(n, n, X)))),
    };
  }
  // The norm comes off after balancing: before, it would make small entries of a graded matrix underflow.
  const unbalanced = allocate(n * n);
  let e = normalised(n * n, A, 0, unbalanced, 0, FREE);
  const D = allocate(n).fill(1);
  const balanced = copied(unbalanced);
  balance(n, balanced, 0, D, 0);
  // Balancing costs accuracy where D is ill-conditioned, so it has to pay.
  const pays = sumOfMagnitudes(balanced) < sumOfMagnitudes(unbalanced) / 2;
  const B = pays ? balanced : unbalanced;
  if (!pays) D.fill(1);
  // Small matrices need no scaling, which would only drive directions into overflow.
  const norm = Math.max(-e, normalised(n * n, B, 0, workspace(n * n), 0));
  rescale(n * n, B, 0, -norm);
  e += norm;
  const value = plan(n, B, e);
  let slopes: Plan | undefined;
  const memos = new Map<Plan, unknown[]>();
  const mend = (X: Float64Array, scale: number) => {
    if (shape) mendTriangular(n, B, scale, X);
  };
  const run = (E: readonly Float64Array[]) => {
    if (E.length > 0) slopes ??= planDerivatives(n, B, e, value, pays);
    const how = E.length > 0 && slopes ? slopes : value;
    const memo = memos.get(how) ?? how.powers.slice(0, POWERS[how.degree]);
    memos.set(how, memo);
    const X = program(
      jets(n, memo, () => overflow(op)),
      jet(B, E),
      e,
      how,
      mend,
    );
    return X[X.length - 1] ?? allocate(n * n);
  };
  const Y = similar(n, D, run([]), true, 0);
  // Triangles have their diagonals exactly.
  if (shape === null && value.squarings > LOST && !vanishes(n, B, e)) lost(op, value.squarings + 1);
  return {
    Y,
    derivative: (E) => similar(n, D, run(E.map((X) => similar(n, D, X, false, -e))), true, 0),
  };
}

/** e^A for each member of a stack [..., n, n]; `op` names the caller in errors. */
export function expm(A: NdArray, op: string): Expm {
  const n = A.shape[A.shape.length - 1];
  const stack = stackOf(A);
  const each = Array.from({ length: sizeOf(stack) }, (_, m) => exponential(op, n, member(A, m)));
  const within = (X: NdArray): NdArray => (X.data.every(Number.isFinite) ? X : overflow(op));
  const frechet = (...E: NdArray[]): NdArray =>
    within(
      overStacks([stack, ...E.map(stackOf)], n, n, ([m, ...at], out) =>
        out.set(each[m].derivative(E.map((X, i) => member(X, at[i])))),
      ),
    );
  return {
    Y: within(overStacks([stack], n, n, ([m], out) => out.set(each[m].Y))),
    frechet,
    frechetT: (Ybar) => turnedStack(frechet(turnedStack(Ybar))),
  };
}
