import { type Kind, kernels, type SpeedOp } from './problem.ts';

/** What a contender of ours is compared with. `scalar` and `wide` are the peak loops, `peers` the fastest other library. */
export type Against = 'scalar' | 'wide' | 'ml-matrix' | 'peers' | 'numpy' | 'torch';

/** A speed that is wanted, as a multiple of another one. Gates must be reached; aims say where the journey goes. */
export type Gate = {
  readonly op: SpeedOp;
  readonly kind: Kind;
  readonly n: number;
  readonly count: number;
  readonly own: 'core' | 'simd';
  readonly against: Against;
  readonly target: number;
  readonly binding: boolean;
};

type Targets = { [A in Against]?: readonly number[] | number };
const bindingAgainst: ReadonlySet<Against> = new Set(['scalar', 'wide', 'ml-matrix', 'peers', 'torch']);

/** Targets of an operation at several sizes: one number for all of them, or one for each. */
function gatesOf(
  op: SpeedOp,
  sizes: readonly number[],
  own: 'core' | 'simd',
  targets: Targets,
  { kind = 'value' as Kind, count = 1 } = {},
): Gate[] {
  return (Object.entries(targets) as [Against, readonly number[] | number][]).flatMap(([against, target]) =>
    sizes.map((n, k) => ({
      op,
      kind,
      n,
      count,
      own,
      against,
      target: typeof target === 'number' ? target : (target[k] as number),
      binding: bindingAgainst.has(against),
    })),
  );
}

const large = [64, 256, 512] as const;
const tiny = [2, 3, 4, 8] as const;
const small = [4, 8, 16] as const;

/** Everything that is aimed at. The figures for numpy are those of its AVX-512 kernel on one thread. */
export const gates: readonly Gate[] = [
  ...gatesOf('matmul', [256, 512], 'core', { scalar: 0.7, 'ml-matrix': 3.5, numpy: 0.13 }),
  ...gatesOf('matmul', [256, 512], 'simd', { wide: 0.8, numpy: 0.28 }),
  ...gatesOf('solve', large, 'core', { 'ml-matrix': 3.5, numpy: [0.45, 0.3, 0.27] }),
  ...gatesOf('solve', large, 'simd', { numpy: [0.6, 0.5, 0.5] }),
  ...gatesOf('cholesky', large, 'core', { 'ml-matrix': 3, numpy: [0.5, 0.75, 0.65] }),
  ...gatesOf('cholesky', large, 'simd', { numpy: [0.65, 1.1, 1] }),
  ...gatesOf('inv', large, 'core', { 'ml-matrix': 3.6, numpy: [0.5, 0.45, 0.35] }),
  ...gatesOf('inv', large, 'simd', { numpy: [0.7, 0.8, 0.65] }),
  ...gatesOf('qr', large, 'core', { 'ml-matrix': 5, numpy: [0.35, 0.45, 0.42] }),
  ...gatesOf('qr', large, 'simd', { numpy: [0.45, 0.75, 0.75] }),
  ...gatesOf('eigh', large, 'core', { 'ml-matrix': [1.4, 2.3, 2.3], numpy: [0.45, 0.3, 0.28] }),
  ...gatesOf('eigh', large, 'simd', { numpy: [0.5, 0.45, 0.5] }),
  ...gatesOf('svd', large, 'core', { 'ml-matrix': [1.5, 2, 2], numpy: [0.4, 0.25, 0.25] }),
  ...gatesOf('svd', large, 'simd', { numpy: [0.5, 0.45, 0.45] }),
  ...gatesOf('matmul', tiny, 'core', { 'ml-matrix': 12, numpy: 20 }, { kind: 'out' }),
  ...gatesOf('inv', tiny, 'core', { 'ml-matrix': 12, numpy: 20 }, { kind: 'out' }),
  ...(['value', 'out'] as const).flatMap((kind) => [
    ...gatesOf('inv', [4], 'core', { 'ml-matrix': 60, numpy: 12 }, { kind, count: 10_000 }),
    ...gatesOf('inv', [16], 'core', { 'ml-matrix': 13, numpy: 1.3 }, { kind, count: 1000 }),
    // Where calls cost more than arithmetic, nothing may be faster.
    ...kernels.flatMap((op) => gatesOf(op, small, 'core', { peers: 1 }, { kind })),
  ]),
  ...(['logdet', 'traceInv', 'quadratic', 'gp'] as const).flatMap((op) => [
    ...gatesOf(op, [4, 16, 64, 200], 'core', { torch: [7, 7, 0.8, 0.35] }, { kind: 'gradient' }),
    ...gatesOf(op, [64, 200], 'simd', { torch: [1, 0.6] }, { kind: 'gradient' }),
  ]),
];

/** Least part of its speed that a copy of the package has to keep when it is loaded twice. */
export const keptWhenTwice = 0.8;
