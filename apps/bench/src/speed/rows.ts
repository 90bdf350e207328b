import { duration, times } from '../report/format.ts';
import { fastestPeer, partOfPeak, ratio, timingOf, torchSeconds } from './compare.ts';
import { sizeText } from './names.ts';
import type { Case, functions, SpeedOp } from './problem.ts';
import type { SpeedResults } from './schema.ts';

/** A table: its head and its cells as text, with the columns that nobody has anything in left out. */
export type Grid = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const none = '–';
const percent = (x: number | undefined): string => (x === undefined ? none : `${(100 * x).toFixed(0)} %`);
const factor = (x: number | undefined): string => (x === undefined ? none : times(x));
const time = (x: number | undefined): string => (x === undefined ? none : duration(x));

const sorted = (cases: readonly Case[]): Case[] => [...cases].sort((a, b) => a.count - b.count || a.n - b.n);

/** The cases of an operation that were timed, each once. */
function casesOf({ timings }: SpeedResults, op: SpeedOp, kind: Case['kind']): Case[] {
  const found = timings.filter((row) => row.op === op && row.kind === kind);
  return sorted([...new Map(found.map((row) => [sizeText(row), row])).values()]);
}

function withoutEmpty({ head, rows }: Grid): Grid {
  const used = head.map((_, c) => c === 0 || rows.some((row) => row[c] !== none));
  const keep = <T>(cells: readonly T[]) => cells.filter((_, c) => used[c]);
  return { head: keep(head), rows: rows.map(keep) };
}

/** One operation: our times, and how many times as fast as others they are. */
export function kernelGrid(results: SpeedResults, { op, kind }: Pick<Case, 'op' | 'kind'>): Grid {
  const rows = casesOf(results, op, kind).map((item) => {
    const peer = fastestPeer(results, item);
    const versusPeer = ratio(results, item, 'core', 'peers');
    return [
      sizeText(item),
      time(timingOf(results, item, 'core')?.median),
      percent(partOfPeak(results, item, 'core', 'scalar')),
      factor(ratio(results, item, 'core', 'ml-matrix')),
      versusPeer === undefined || !peer ? none : `${times(versusPeer)} ${peer.contender}`,
      factor(ratio(results, item, 'core', 'numpy')),
      time(timingOf(results, item, 'simd')?.median),
      percent(partOfPeak(results, item, 'simd', 'wide')),
      factor(ratio(results, item, 'simd', 'numpy')),
    ];
  });
  return withoutEmpty({
    head: ['n', 'core', 'peak', 'ml-matrix', 'fastest peer', 'numpy', 'simd', 'peak', 'numpy'],
    rows,
  });
}

/** Value with gradient: time, over the value alone, and against PyTorch. */
export function gradientGrid(results: SpeedResults, op: (typeof functions)[number]): Grid {
  const rows = casesOf(results, op, 'gradient').map((item) => {
    const value: Case = { ...item, kind: 'value' };
    const over = (name: string) => {
      const [both, alone] = [timingOf(results, item, name)?.median, timingOf(results, value, name)?.median];
      return factor(both && alone ? both / alone : undefined);
    };
    return [
      sizeText(item),
      time(timingOf(results, item, 'core')?.median),
      over('core'),
      factor(ratio(results, item, 'core', 'torch')),
      time(timingOf(results, item, 'simd')?.median),
      over('simd'),
      factor(ratio(results, item, 'simd', 'torch')),
      time(torchSeconds(results, item)?.seconds),
      over('torch'),
    ];
  });
  const torch = results.contenders.some(({ name }) => name === 'torch') ? 'torch' : 'torch*';
  return withoutEmpty({
    head: ['n', 'core', '/value', torch, 'simd', '/value', torch, `${torch} took`, '/value'],
    rows,
  });
}
