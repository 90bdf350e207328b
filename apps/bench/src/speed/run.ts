import { environment } from '../results/environment.ts';
import { conduct, type Entrant } from './conductor.ts';
import { families } from './families/families.ts';
import { titleOf } from './names.ts';
import { efforts, type Selection, select } from './plan.ts';
import type { Case } from './problem.ts';
import { nodeContender, pythonContender } from './process.ts';
import { type SpeedResults, speedSchemaName } from './schema.ts';
import { twice } from './twice.ts';

export type SpeedOptions = Selection & {
  /** A Python to look for numpy and torch in. */
  readonly python: string;
  /** Only these contenders. */
  readonly only?: readonly string[];
  /** Whether to load the package twice. */
  readonly guard: boolean;
  readonly onProgress?: (done: number, of: number, what: string) => void;
};

const own = new Set(['core', 'simd']);

/** Runs the speed benchmark. */
export async function runSpeed(options: SpeedOptions): Promise<SpeedResults> {
  const { python, only, guard, onProgress } = options;
  const start = performance.now();
  const effort = options.quick ? 'quick' : 'full';
  const cases: Case[] = select(options);
  const entrants: Entrant[] = [
    ...Object.keys(families).map((name) => ({ name, own: own.has(name), start: () => nodeContender(name) })),
    ...(['numpy', 'torch'] as const).map((name) => ({
      name,
      own: false,
      start: () => pythonContender(python, name),
    })),
  ].filter(({ name }) => only === undefined || only.includes(name));
  const of = cases.length + (guard ? 1 : 0);
  const part = await conduct({
    entrants,
    cases,
    effort: efforts[effort],
    onProgress: (done, item, contender) =>
      onProgress?.(done, of, `${titleOf(item)}, n = ${item.n}: ${contender}`),
  });
  if (guard) onProgress?.(cases.length, of, 'the package loaded twice');
  const kept = guard ? await twice(256, efforts[effort].rounds) : [];
  return {
    schema: speedSchemaName,
    environment: {
      ...environment(start, true),
      python: part.contenders.some(({ name }) => name === 'numpy' || name === 'torch') ? python : null,
    },
    effort,
    ...part,
    twice: kept,
  };
}
