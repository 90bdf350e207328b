import { existsSync, readFileSync } from 'node:fs';
import type { NdArray, Nested } from '../../../src/array.ts';

/** What an operation is given: its matrices and options by name, and arguments that it has no place for. */
export interface Input {
  readonly A?: unknown;
  readonly b?: unknown;
  readonly rest?: readonly unknown[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/** Numbers, or fields of them. */
export type Result = Nested | { readonly [field: string]: Nested };

export interface ForwardCase {
  readonly id: string;
  readonly op: string;
  readonly input: Input;
  /** Left out where the operation must refuse. */
  readonly expected?: Result | undefined;
  readonly tolerance: { readonly rtol: number; readonly atol: number };
}

export interface DerivativeCase {
  readonly id: string;
  readonly op: string;
  readonly args: readonly unknown[] | null;
  readonly observable: { readonly kind: string };
  readonly extra?: { readonly op_kwargs?: Readonly<Record<string, unknown>> };
  readonly input: Readonly<Record<string, NdArray>>;
  readonly probe: {
    readonly direction: Readonly<Record<string, NdArray>>;
    readonly cotangent: Readonly<Record<string, NdArray>>;
  };
  readonly expected: Readonly<Record<'jvp' | 'vjp', Readonly<Record<string, NdArray>>>> & {
    readonly hvp?: Readonly<Record<string, NdArray>>;
  };
}

// Cases of other libraries' test-suites and bug reports; they live beside the repository.
const folder = new URL('../../../../../../shared/peer-cases/', import.meta.url);
export const absent = !existsSync(folder);

const special: Readonly<Record<string, number>> = {
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

/** JSON has no words for numbers that are not finite: they come as strings or, against its grammar, bare. */
const revive = (_: string, x: unknown): unknown => (typeof x === 'string' && x in special ? special[x] : x);
const quoted = (text: string) => text.replace(/(?<=[[:,]\s*)(-?Infinity|NaN)(?=\s*[,\]}])/g, '"$1"');

const read = <T>(name: string): readonly T[] =>
  absent
    ? []
    : (JSON.parse(quoted(readFileSync(new URL(`${name}.json`, folder), 'utf8')), revive).cases as T[]);

interface RawPositional extends Omit<ForwardCase, 'input'> {
  readonly args: readonly unknown[];
  readonly path?: string;
}

const NONE = { rtol: 0, atol: 0 };

/** The names of the arguments of mathjs, which has them in order. */
const named: Readonly<Record<string, readonly string[]>> = {
  norm: ['A', 'ord'],
  kron: ['A', 'B'],
  dot: ['A', 'B'],
  cross: ['A', 'B'],
  eigs: ['A', 'precision'],
  lusolve: ['A', 'b', 'order', 'threshold'],
  lsolve: ['A', 'b'],
  usolve: ['A', 'b'],
};

function positional({ args, path, expected, ...rest }: RawPositional): ForwardCase {
  const names = named[rest.op] ?? ['A'];
  const input = {
    ...(rest.op === 'qr' && { options: { mode: 'complete' } }),
    ...Object.fromEntries(names.map((name, i) => [name, args[i]])),
    rest: args.slice(names.length),
  };
  const wanted = path === undefined ? expected : { [path]: expected as Nested };
  return { ...rest, tolerance: rest.tolerance ?? NONE, input, expected: wanted };
}

const SUITES = ['ml-matrix', 'jax-js', 'tfjs', 'tensorflow-python', 'numpy', 'issue-reports'];

/** Every forward case, whatever the suite: inputs and results by name. */
export const forwardCases: readonly ForwardCase[] = [
  ...SUITES.flatMap((suite) =>
    read<ForwardCase>(suite).map((c) => ({ ...c, tolerance: c.tolerance ?? NONE })),
  ),
  ...read<RawPositional>('mathjs').map(positional),
];

const float64 = ({ shape, data }: { shape: readonly number[]; data: ArrayLike<number> }): NdArray => ({
  shape,
  data: Float64Array.from(data),
});
const all = (parts: Readonly<Record<string, NdArray>> | undefined) =>
  Object.fromEntries(Object.entries(parts ?? {}).map(([name, A]) => [name, float64(A)]));

/** Every case with a JVP, a VJP and, in some, a product with the Hessian. */
export const derivativeCases: readonly DerivativeCase[] = read<DerivativeCase>('ad-oracles-jvp-vjp').map(
  (c) => ({
    ...c,
    input: all(c.input),
    probe: { direction: all(c.probe.direction), cotangent: all(c.probe.cotangent) },
    expected: {
      jvp: all(c.expected.jvp),
      vjp: all(c.expected.vjp),
      ...(c.expected.hvp && { hvp: all(c.expected.hvp) }),
    },
  }),
);
