import { type NdArray, NonFiniteError, type Spec } from '@matgrad/core';
import { guard } from './guard.ts';
import { type Failures, memberAxes, nonFinite, sizeOf } from './stack.ts';

/** What core's factorisations offer to the words that take one; which of these depends on the identity. */
export interface Factorisation {
  solve(B: NdArray): NdArray;
  solveT(B: NdArray): NdArray;
  spectral(E: readonly NdArray[]): NdArray;
}

/** Float64 outputs, and the members of the inputs that have none. */
export interface Result {
  readonly y: readonly NdArray[];
  readonly failures: readonly Failures[];
}

/** The factorisation that a forward pass made of a stack, kept on the host for all derivatives. */
export interface HostFactor {
  /** What was factored, with the identity in place of members that failed. */
  readonly A: NdArray;
  readonly f: Factorisation;
  readonly failures: Failures;
  readonly check: boolean;
  refactor(A: NdArray): Factorisation;
}

const list = <T>(y: T | readonly T[]): readonly T[] => (Array.isArray(y) ? y : [y as T]);

/** A right-hand side without columns: it asks whether there is a factorisation, and no more. */
const noColumns = (A: NdArray): NdArray => ({
  shape: [A.shape[A.shape.length - 1], 0],
  data: new Float64Array(0),
});

/** The failures of input i by its numbers alone; throws instead where the caller wants to know. */
function screen({ name, signature }: Spec, A: NdArray, i: number, check: boolean): Failures {
  const failures = nonFinite(A, memberAxes(signature.inputs[i], A.shape));
  if (check && failures.flags.includes(1)) {
    const at = A.data.findIndex((a) => !Number.isFinite(a));
    throw new NonFiniteError(name, i, at, A.data[at]);
  }
  return failures;
}

/** Runs an identity of core on float64 stacks: its outputs and the one factorisation that they took. */
export function evaluate(
  id: Spec,
  x: readonly NdArray[],
  o: readonly unknown[],
  check: boolean,
): Result & { factor: HostFactor } {
  const [first, ...rest] = x;
  const [known, ...others] = x.map((A, i) => screen(id, A, i, check));
  const forward = (A: NdArray) => id.forward([A, ...rest], o);
  const alone = (A: NdArray) => id.forward([A, ...rest.map(() => noColumns(A))], o);
  const { value, failures } = check
    ? { value: forward(first), failures: known }
    : guard(first, known, forward, alone);
  return {
    y: list(value.y),
    failures: [failures, ...others],
    factor: {
      A: first,
      f: value.f as Factorisation,
      failures,
      check,
      refactor: (B) => alone(B).f as Factorisation,
    },
  };
}

/**
 * Applies a factorisation made earlier, whose matrix is the first input of `id`, to the other inputs.
 *
 * Where a value such as that of slogdet exists and its derivatives do not, the members that have none are found by factoring once
 * more.
 */
export function reuse(
  id: Spec,
  { A, f, failures, check, refactor }: HostFactor,
  apply: (f: Factorisation, ...x: NdArray[]) => NdArray,
  x: readonly NdArray[],
): Result {
  const others = x.map((B, i) => screen(id, B, i + 1, check));
  let made: Factorisation | undefined = f;
  const compute = (B: NdArray) => {
    const current = made ?? refactor(B);
    made = undefined;
    return apply(current, ...x);
  };
  const probe = (B: NdArray) => apply(refactor(B), ...x.map(() => noColumns(B)));
  if (check) return { y: [compute(A)], failures: [failures, ...others] };
  const guarded = guard(A, failures, compute, probe);
  return { y: [guarded.value], failures: [guarded.failures, ...others] };
}

export const isEmpty = (shape: readonly number[]): boolean => sizeOf(shape) === 0;
