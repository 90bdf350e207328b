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

/** Runs the bench: the clock, every matrix on every backend, every identity of core. */
export async function run(options: RunOptions): Promise<Results> {
  const { backends, shard = whole, budget, largest = Infinity, onProgress } = options;
  const start = performance.now();
  const entries = take(options.suite, shard);
  const cases =
    budget > 0
      ? take(
          speedCases.filter(({ n }) => n <= largest),
          shard,
        )
      : [];
  const accuracy: Results['accuracy'] = [];
  const speed: Results['speed'] = [];

  // The clock first: the singular matrices, errors and nested modes of what follows would teach V8 types and paths that
  // a program of one library never sees.
  const gc = collector();
  for (const [k, item] of cases.entries()) {
    onProgress?.({ phase: 'speed', done: k, of: cases.length, what: `${item.op}, n = ${item.n}` });
    await breath();
    speed.push(...(await time(backends, item, { budget, gc })));
  }
  for (const [b, backend] of backends.entries()) {
    await backend.activate?.();
    for (const [k, entry] of entries.entries()) {
      const what = `${backend.name}: ${entry.name}`;
      onProgress?.({
        phase: 'accuracy',
        done: b * entries.length + k,
        of: backends.length * entries.length,
        what,
      });
      accuracy.push(...accuracyOf(backend, entry));
      await breath();
    }
  }
  const own = backends.some(({ name }) => name === '@matgrad/core')
    ? take([...identities.values()], shard)
    : [];
  const rows: Results['identities'] = [];
  for (const [k, identity] of own.entries()) {
    onProgress?.({ phase: 'identities', done: k, of: own.length, what: identity.spec.name });
    rows.push(identityRow(identity, budget / 10));
    await breath();
  }

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

/** Lets a progress display draw itself. */
const breath = () => new Promise((resolve) => setImmediate(resolve));
