import { median, quantile } from 'd3-array';
import type { Backend, Prepared } from '../backends/backend.ts';
import type { Kind, Op } from '../golden/format.ts';
import { at, fromEntries } from '../matrix.ts';
import type { SpeedRow } from '../results/schema.ts';
import { eighths, seeded, uniform } from '../suite/random.ts';

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
};

/** The last results, so that no call can be optimised away. */
let kept: unknown;
export const lastResult = (): unknown => kept;

function inputsOf({ op, n }: SpeedCase) {
  const random = seeded(n);
  const U = uniform(n, n, random);
  // Cholesky: diagonally dominant; the others: random, so that rows really are exchanged.
  const A =
    op === 'cholesky' ? fromEntries(n, n, (i, j) => (at(U, i, j) + at(U, j, i)) / 2 + (i === j ? n : 0)) : U;
  const cotangent = op === 'det' ? fromEntries(1, 1, () => 1) : eighths(n, op === 'solve' ? 2 : n, random);
  return { A, B: eighths(n, 2, random), cotangent };
}

/** Seconds for `calls` calls. */
function batch({ prepared, calls }: Contender): number {
  const start = performance.now();
  for (let k = 0; k < calls; k++) kept = prepared.run();
  return (performance.now() - start) / 1000;
}

/**
 * Times one case on all backends: batches of about 2 ms, the contenders taking turns, so that a change of the machine's
 * speed hits all of them; the median of the batches.
 */
export async function time(
  backends: readonly Backend[],
  item: SpeedCase,
  options: TimeOptions,
): Promise<SpeedRow[]> {
  const inputs = inputsOf(item);
  const contenders: Contender[] = [];
  for (const backend of backends)
    for (const kind of ['value', 'gradient'] as const) {
      if (!backend.supports(item.op, kind)) continue;
      await backend.activate?.();
      contenders.push({
        backend,
        kind,
        prepared: backend.prepare(item.op, kind, inputs),
        calls: 1,
        samples: [],
      });
    }

  options.gc?.({ type: 'major' });
  const left = new Map<Contender, number>();
  for (const contender of contenders) {
    await contender.backend.activate?.();
    // Until the batch is long enough, and until V8 has had the time to compile what runs: a quarter of the budget.
    let seconds = batch(contender);
    for (let spent = seconds; seconds < 0.002 || spent < options.budget / 4; spent += seconds) {
      if (seconds < 0.002) {
        if (contender.calls >= 2 ** 16) break;
        contender.calls *= 2;
      }
      seconds = batch(contender);
    }
    // At least 3 batches, unless one call alone takes up the time of many.
    left.set(
      contender,
      Math.max(seconds > options.budget ? 1 : 3, Math.min(25, Math.floor(options.budget / seconds))),
    );
  }
  for (let round = 0; [...left.values()].some((n) => n > 0); round++)
    for (const contender of rotated(contenders, round)) {
      const rest = left.get(contender) ?? 0;
      if (rest <= 0) continue;
      left.set(contender, rest - 1);
      await contender.backend.activate?.();
      options.gc?.({ type: 'minor' });
      contender.samples.push(batch(contender) / contender.calls);
    }
  for (const { prepared } of contenders) prepared.dispose?.();
  return contenders.map(({ backend, kind, samples, calls }) => ({
    ...item,
    kind,
    backend: backend.name,
    median: median(samples) as number,
    low: quantile(samples, 0.25) as number,
    high: quantile(samples, 0.75) as number,
    batches: samples.length,
    callsPerBatch: calls,
  }));
}

const rotated = <T>(items: readonly T[], by: number): T[] =>
  items.map((_, k) => items[(k + by) % items.length] as T);
