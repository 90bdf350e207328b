import { median } from 'd3-array';
import { type Against, type Gate, gates } from './gates.ts';
import { type Case, flopsOf } from './problem.ts';
import type { SpeedResults, Timing } from './schema.ts';
import { torchReference } from './torch-reference.ts';

/** Contenders that are no peers: our own, and what is not JavaScript. */
const noPeers: ReadonlySet<string> = new Set(['core', 'simd', 'numpy', 'torch']);

const same = (a: Case, b: Case): boolean =>
  a.op === b.op && a.kind === b.kind && a.n === b.n && a.count === b.count;

export const timingOf = (results: SpeedResults, item: Case, contender: string): Timing | undefined =>
  results.timings.find((row) => row.contender === contender && same(row, item));

/** The fastest JavaScript or WebAssembly library that is not ours. */
export function fastestPeer(results: SpeedResults, item: Case): Timing | undefined {
  return results.timings
    .filter((row) => same(row, item) && !noPeers.has(row.contender))
    .sort((a, b) => a.median - b.median)[0];
}

/** How many times as fast a contender is as a peak loop in its own process; at most 1. */
export function partOfPeak(
  results: SpeedResults,
  item: Case,
  contender: string,
  loop: 'scalar' | 'wide',
): number | undefined {
  const flops = flopsOf(item);
  const seconds = timingOf(results, item, contender)?.median;
  const peak = results.ceilings.find((row) => row.contender === contender && same(row, item))?.[loop];
  return flops && seconds && peak ? flops / seconds / peak : undefined;
}

/** Seconds of PyTorch: measured, or the reference scaled by the scalar peak loop. */
export function torchSeconds(
  results: SpeedResults,
  item: Case,
): { readonly seconds: number; readonly measured: boolean } | undefined {
  const measured = timingOf(results, item, 'torch')?.median;
  if (measured !== undefined) return { seconds: measured, measured: true };
  const reference = item.kind === 'gradient' ? torchReference.seconds[item.op]?.[item.n] : undefined;
  const scalar = median(results.ceilings, (row) => row.scalar);
  return reference && scalar
    ? { seconds: (reference * torchReference.scalar) / scalar, measured: false }
    : undefined;
}

/** How many times as fast `own` is as something else. */
export function ratio(results: SpeedResults, item: Case, own: string, against: Against): number | undefined {
  if (against === 'scalar' || against === 'wide') return partOfPeak(results, item, own, against);
  const mine = timingOf(results, item, own)?.median;
  const theirs =
    against === 'peers'
      ? fastestPeer(results, item)?.median
      : against === 'torch'
        ? torchSeconds(results, item)?.seconds
        : timingOf(results, item, against)?.median;
  return mine && theirs ? theirs / mine : undefined;
}

/** A gate with what was reached; undefined where one side was not measured. */
export type Verdict = Gate & { readonly reached: number | undefined };

export const verdicts = (results: SpeedResults): Verdict[] =>
  gates.map((gate) => ({ ...gate, reached: ratio(results, gate, gate.own, gate.against) }));

/** Whether it is reached, to the two digits that targets have. */
export const passes = ({ reached, target }: Verdict): boolean =>
  reached !== undefined && Number(reached.toPrecision(2)) >= target;
