import type { Backend, Prepared } from '../backends/backend.ts';
import type { Kind, Op } from '../golden/format.ts';
import { at, fromEntries } from '../matrix.ts';
import type { SpeedRow } from '../results/schema.ts';
import { eighths, seeded, uniform } from '../suite/random.ts';
import { batch, quartiles } from './clock.ts';

/** A cell of the speed part: an operation at a size. */
export type SpeedCase = { readonly op: Op; readonly n: number };

export const sizes = [4, 16, 64, 256] as const;
export const timedOps = ['inv', 'det', 'solve', 'cholesky'] as const;
export const speedCases: readonly SpeedCase[] = timedOps.flatMap((op) => sizes.map((n) => ({ op, n })));

export type TimeOptions = {
  /** Seconds of measuring for each contender, calls that take longer aside. */
  readonly budget: number;
  /** A collection of the young generation before each batch, of everything before each case. */
  readonly gc?: ((options?: { type: 'minor' | 'major' }) => void) | undefined;
};

type Contender = {
  readonly backend: Backend;
  readonly kind: Kind;
  readonly prepared: Prepared;
  calls: number;
  readonly samples: number[];
  /** Batches that it still gets. */
  left: number;
};

/** Seconds that a batch takes at the least. */
const BATCH = 0.002;

function inputsOf({ op, n }: SpeedCase) {
  const random = seeded(n);
  const U = uniform(n, n, random);
  // Cholesky: diagonally dominant; the others: random, so that rows really are exchanged.
  const A =
    op === 'cholesky' ? fromEntries(n, n, (i, j) => (at(U, i, j) + at(U, j, i)) / 2 + (i === j ? n : 0)) : U;
  const cotangent = op === 'det' ? fromEntries(1, 1, () => 1) : eighths(n, op === 'solve' ? 2 : n, random);
  return { A, B: eighths(n, 2, random), cotangent };
}

/** What can do the operation, values and gradients, made ready for the same inputs. */
async function contendersFor(backends: readonly Backend[], item: SpeedCase): Promise<Contender[]> {
  const inputs = inputsOf(item);
  const contenders: Contender[] = [];
  for (const backend of backends)
    for (const kind of ['value', 'gradient'] as const) {
      if (!backend.supports(item.op, kind)) continue;
      await backend.activate?.();
      const prepared = backend.prepare(item.op, kind, inputs);
      contenders.push({ backend, kind, prepared, calls: 1, samples: [], left: 0 });
    }
  return contenders;
}

/**
 * Runs until the batch is long enough, and until V8 has had the time to compile what runs: a quarter of the budget. What is left
 * of it then are at least 3 batches, unless one call alone takes up the time of many.
 */
async function warmUp(contender: Contender, budget: number): Promise<void> {
  const { backend, prepared } = contender;
  await backend.activate?.();
  let seconds = batch(prepared.run, contender.calls);
  for (let spent = seconds; seconds < BATCH || spent < budget / 4; spent += seconds) {
    if (seconds < BATCH) {
      if (contender.calls >= 2 ** 16) break;
      contender.calls *= 2;
    }
    seconds = batch(prepared.run, contender.calls);
  }
  contender.left = Math.max(seconds > budget ? 1 : 3, Math.min(25, Math.floor(budget / seconds)));
}

/**
 * Times one case on all backends by the clock of the processor: batches of about 2 ms, the contenders taking turns, so that a
 * change of the machine's speed hits all of them; the median of the batches.
 */
export async function time(
  backends: readonly Backend[],
  item: SpeedCase,
  { budget, gc }: TimeOptions,
): Promise<SpeedRow[]> {
  const contenders = await contendersFor(backends, item);
  gc?.({ type: 'major' });
  for (const contender of contenders) await warmUp(contender, budget);
  for (let round = 0; contenders.some(({ left }) => left > 0); round++)
    for (const contender of rotated(contenders, round)) {
      if (contender.left <= 0) continue;
      contender.left--;
      await contender.backend.activate?.();
      gc?.({ type: 'minor' });
      contender.samples.push(batch(contender.prepared.run, contender.calls) / contender.calls);
    }
  for (const { prepared } of contenders) prepared.dispose?.();
  return contenders.map(({ backend, kind, samples, calls }) => ({
    ...item,
    kind,
    backend: backend.name,
    ...quartiles(samples),
    batches: samples.length,
    callsPerBatch: calls,
  }));
}

const rotated = <T>(items: readonly T[], by: number): T[] =>
  items.map((_, k) => items[(k + by) % items.length] as T);
