/** The built package as ES module, then beside it once more as CommonJS: what the second does to the speed of the first. */
import { createRequire } from 'node:module';
import { batch, quartiles, type Run, warm } from '../measure/clock.ts';
import { collector } from '../measure/gc.ts';
import { peakMeter } from './peak.ts';
import { problemOf } from './problem.ts';

type Core = Pick<typeof import('@matgrad/core'), 'matmul'>;

const n = Number(process.argv[2]);
const rounds = Number(process.argv[3]);
const gc = collector();
const { A, B } = problemOf({ op: 'matmul', kind: 'value', n, count: 1 });
const product = ({ matmul }: Core): Run => {
  const [a, b] = [A[0]!, B].map(({ data }) => ({ shape: [n, n], data }));
  return () => matmul(a!, b!);
};
const meter = peakMeter();

/** Median speeds in units of the peak loop, the runs taking turns. */
function speeds(runs: readonly Run[]): number[] {
  const warmed = runs.map((run) => warm(run, 0.01, 0.3));
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    runs.forEach((run, k) => {
      const { calls } = warmed[k]!;
      gc?.({ type: 'minor' });
      const seconds = batch(run, calls) / calls;
      samples[k]!.push(1 / seconds / (meter().scalar ?? 1));
    });
  return samples.map((values) => quartiles(values).median);
}

// The built files as a user gets them, not the sources.
const esm = product((await import('@matgrad/core')) as Core);
const [before] = speeds([esm]);
const cjs = product(createRequire(import.meta.url)('@matgrad/core') as Core);
const [first, second] = speeds([esm, cjs]);
process.send?.([
  { format: 'esm', n, kept: first! / before! },
  { format: 'cjs', n, kept: second! / before! },
]);
process.disconnect?.();
