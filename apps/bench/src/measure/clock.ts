import { median, quantile } from 'd3-array';

/** Anything that can be called again and again; its results are kept, so that no call can be optimised away. */
export type Run = () => unknown;

let kept: unknown;
export const lastResult = (): unknown => kept;

/**
 * Seconds of processor time that this process has used, all its threads: what a garbage collector or a compiler does on
 * the side is paid for, and what other programs do is not.
 */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Processor time of `calls` calls. */
export function batch(run: Run, calls: number): number {
  const start = cpuSeconds();
  for (let k = 0; k < calls; k++) kept = run();
  return cpuSeconds() - start;
}

export type Warmth = {
  /** Calls that make a batch of the wanted length. */
  readonly calls: number;
  /** Seconds of one call, as it was at the end. */
  readonly seconds: number;
};

/**
 * Runs until V8 has compiled what runs: for `least` seconds, and on while batches still become faster by more than a
 * twentieth, up to four times as long.
 */
export function warm(run: Run, batchSeconds: number, least: number): Warmth {
  let calls = 1;
  let spent = 0;
  let best = Infinity;
  let stale = 0;
  for (;;) {
    const seconds = batch(run, calls);
    spent += seconds;
    const each = seconds / calls;
    stale = each < 0.95 * best ? 0 : stale + 1;
    best = Math.min(best, each);
    const long = seconds >= batchSeconds;
    if (long && ((spent >= least && stale >= 3) || spent >= 4 * least)) return { calls, seconds: best };
    if (!long && calls < 2 ** 22) calls *= seconds > batchSeconds / 8 ? 2 : 4;
  }
}

export type Quartiles = { readonly median: number; readonly low: number; readonly high: number };

export const quartiles = (samples: readonly number[]): Quartiles => ({
  median: median(samples) ?? 0,
  low: quantile(samples, 0.25) ?? 0,
  high: quantile(samples, 0.75) ?? 0,
});
