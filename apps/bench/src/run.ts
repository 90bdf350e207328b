import type { Backend } from './backends/backend.ts';
import { readGolden } from './golden/read.ts';
import { accuracyOf } from './measure/accuracy.ts';
import { collector } from './measure/gc.ts';
import { identities, identityRow } from './measure/identities.ts';
import { speedCases, time } from './measure/time.ts';
import { environment } from './results/environment.ts';
import { type Results, schemaName } from './results/schema.ts';
import { type Shard, take, whole } from './results/shard.ts';
import type { SuiteEntry } from './suite/entry.ts';

export type RunOptions = {
  readonly backends: readonly Backend[];
  readonly suite: readonly SuiteEntry[];
  readonly shard?: Shard;
  /** Seconds for each contender of a speed case; 0 leaves the speed part out. */
  readonly budget: number;
  /** Largest size that is timed. */
  readonly largest?: number;
  readonly onProgress?: (progress: Progress) => void;
};

export type Progress = {
  readonly phase: 'accuracy' | 'identities' | 'speed';
  readonly done: number;
  readonly of: number;
  readonly what: string;
};

/** Tells of each item before something is done with it, and lets a progress display draw itself. */
async function* each<T>(
  items: readonly T[],
  phase: Progress['phase'],
  what: (item: T) => string,
  onProgress: RunOptions['onProgress'],
): AsyncGenerator<T> {
  for (const [done, item] of items.entries()) {
    onProgress?.({ phase, done, of: items.length, what: what(item) });
    await new Promise((resolve) => setImmediate(resolve));
    yield item;
  }
}

/** Runs the bench: the clock, every matrix on every backend, every identity of core. */
export async function run(options: RunOptions): Promise<Results> {
  const { backends, shard = whole, budget, largest = Infinity, onProgress } = options;
  const start = performance.now();
  const entries = take(options.suite, shard);

  // The clock first: the singular matrices, errors and nested modes of what follows would teach V8 types and paths that
  // a program of one library never sees.
  const gc = collector();
  const timed = budget > 0 ? speedCases.filter(({ n }) => n <= largest) : [];
  const speed: Results['speed'] = [];
  for await (const item of each(take(timed, shard), 'speed', ({ op, n }) => `${op}, n = ${n}`, onProgress))
    speed.push(...(await time(backends, item, { budget, gc })));

  const pairs = backends.flatMap((backend) => entries.map((entry) => ({ backend, entry })));
  const accuracy: Results['accuracy'] = [];
  const named = ({ backend, entry }: (typeof pairs)[number]) => `${backend.name}: ${entry.name}`;
  for await (const { backend, entry } of each(pairs, 'accuracy', named, onProgress)) {
    if (entry === entries[0]) await backend.activate?.();
    accuracy.push(...accuracyOf(backend, entry));
  }

  const own = backends.some(({ name }) => name === '@matgrad/core') ? [...identities.values()] : [];
  const rows: Results['identities'] = [];
  for await (const identity of each(take(own, shard), 'identities', ({ spec }) => spec.name, onProgress))
    rows.push(identityRow(identity, budget / 10));

  return {
    schema: schemaName,
    environment: environment(start, gc !== undefined),
    backends: backends.map(({ name, version, unit, supports }) => ({
      name,
      version,
      unit,
      gradients: supports('inv', 'gradient'),
    })),
    matrices: entries.map(({ name, n, tags, note }) => ({
      name,
      n,
      tags: [...tags],
      note,
      kappa: readGolden(name).kappa,
    })),
    accuracy,
    speed,
    identities: rows,
  };
}
