import { type Case, functions, type Kind, kernels, type SpeedOp } from './problem.ts';

const dense = [4, 8, 16, 64, 256, 512] as const;
const straight: readonly SpeedOp[] = ['matmul', 'inv'];
/** Memory of the caller's is for small matrices; the smallest of two kernels are straight lines of code. */
const sizesOf = (op: SpeedOp, kind: Kind): readonly number[] =>
  isFunction(op)
    ? [4, 16, 64, 200]
    : kind === 'value'
      ? dense
      : straight.includes(op)
        ? [2, 3, 4, 8, 16]
        : [4, 8, 16];
const stacks = (['value', 'out'] as const).flatMap((kind): Case[] => [
  { op: 'inv', kind, n: 4, count: 10_000 },
  { op: 'inv', kind, n: 16, count: 1000 },
]);

const isFunction = (op: SpeedOp): boolean => (functions as readonly SpeedOp[]).includes(op);
const kindsOf = (op: SpeedOp): readonly Kind[] => (isFunction(op) ? ['value', 'gradient'] : ['value', 'out']);

/** Everything that is timed, in the order of the tables. */
export const fullPlan: readonly Case[] = [
  ...[...kernels, ...functions].flatMap((op) =>
    kindsOf(op).flatMap((kind) => sizesOf(op, kind).map((n): Case => ({ op, kind, n, count: 1 }))),
  ),
  ...stacks,
];

export type Selection = {
  readonly quick?: boolean;
  readonly ops?: readonly string[];
  readonly sizes?: readonly number[];
};

/** The part of the plan that was asked for; `quick` leaves out what takes long. */
export function select({ quick, ops, sizes: wanted }: Selection): Case[] {
  return fullPlan.filter(
    ({ op, n }) =>
      (!ops || ops.includes(op)) &&
      (wanted ? wanted.includes(n) : !quick || n <= 64 || (op === 'matmul' && n <= 256)),
  );
}

/** How long things take, in seconds of processor time. */
export type Effort = {
  /** Length of a batch of calls. */
  readonly batch: number;
  /** Least time of warming up: V8 compiles function by function, and a gradient runs through more of them than a kernel. */
  readonly warm: Readonly<Record<Kind, number>>;
  /** Batches, unless a single call is long. */
  readonly rounds: number;
  /** Above this a peer is left out at a size, judged by the size before. */
  readonly most: number;
};
export const efforts: Readonly<Record<'full' | 'quick', Effort>> = {
  full: { batch: 0.005, warm: { value: 0.2, out: 0.2, gradient: 2.5 }, rounds: 9, most: 1 },
  quick: { batch: 0.002, warm: { value: 0.04, out: 0.04, gradient: 0.04 }, rounds: 5, most: 0.1 },
};

/** Fewer batches where a single call fills many. */
export const roundsOf = ({ rounds }: Effort, seconds: number): number =>
  seconds > 0.25 ? Math.min(rounds, 3) : seconds > 0.05 ? Math.min(rounds, 5) : rounds;
