import { styleText } from 'node:util';
import Table from 'cli-table3';
import { kinds, ops } from '../golden/format.ts';
import { duration } from '../report/format.ts';
import type { Results } from '../results/schema.ts';
import { type Summary, select, summarise } from '../results/summary.ts';

const columns = kinds.flatMap((kind) => ops.map((op) => ({ op, kind })));

/** Worst digits lost; failures and, marked, silent wrong answers. */
function cell(summary: Summary): string {
  if (summary.cases === 0) return styleText('dim', '–');
  const { silent, failed, worst } = summary;
  if (silent > 0) return styleText('red', `${silent} wrong`);
  if (failed > 0) return styleText('yellow', `${failed} failed`);
  return worst === undefined ? '0.0' : worst.toFixed(1);
}

/** The accuracy part for a terminal: one row for each backend. */
export function accuracyTable(results: Results): string {
  const table = new Table({
    head: ['', ...columns.map(({ op, kind }) => (kind === 'gradient' ? `∇${op}` : op)), 'silent', 'cases'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...columns.map(() => 'right' as const), 'right', 'right'],
  });
  for (const { name } of results.backends) {
    const all = summarise(select(results, name));
    const silent = all.silent > 0 ? styleText('red', String(all.silent)) : styleText('green', '0');
    table.push([
      name,
      ...columns.map(({ op, kind }) => cell(summarise(select(results, name, op, kind)))),
      silent,
      all.cases,
    ]);
  }
  return table.toString();
}

/** One line on the identities of core; undefined where there are none. */
export function identitiesLine({ identities }: Results): string | undefined {
  if (identities.length === 0) return undefined;
  const worst = (kind: 'first' | 'adjoint' | 'second') =>
    Math.max(...identities.map(({ errors }) => Number(errors[kind]))).toExponential(0);
  return `${identities.length} identities: derivatives agree with differences to ${worst('first')} (second order ${worst('second')}), JVP with VJP to ${worst('adjoint')}`;
}

/** Median times, and in brackets how many times as fast as ml-matrix. */
export function speedTable({ speed, backends }: Results): string {
  const contenders = backends.flatMap(({ name }) =>
    kinds
      .filter((kind) => speed.some((r) => r.backend === name && r.kind === kind))
      .map((kind) => ({ name, kind })),
  );
  const table = new Table({
    head: ['', 'n', ...contenders.map(({ name, kind }) => (kind === 'gradient' ? `${name} + ∇` : name))],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...contenders.map(() => 'right' as const), 'right'],
  });
  for (const op of ops)
    for (const n of [...new Set(speed.filter((r) => r.op === op).map((r) => r.n))]) {
      const find = (name: string, kind: string) =>
        speed.find((r) => r.op === op && r.n === n && r.backend === name && r.kind === kind);
      const anchor = find('ml-matrix', 'value')?.median;
      table.push([
        op,
        n,
        ...contenders.map(({ name, kind }) => {
          const row = find(name, kind);
          if (!row) return styleText('dim', '–');
          return duration(row.median) + (anchor ? ` (${ratio(anchor / row.median)})` : '');
        }),
      ]);
    }
  return table.toString();
}

/** `×12` or `×0.85` */
const ratio = (x: number): string => `×${Number(x.toPrecision(2))}`;
