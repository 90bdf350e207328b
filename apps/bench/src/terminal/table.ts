import { styleText } from 'node:util';
import Table from 'cli-table3';
import { kinds, ops } from '../golden/format.ts';
import { duration, times } from '../report/format.ts';
import type { Results } from '../results/schema.ts';
import { type Summary, select, summarise } from '../results/summary.ts';
import { columns as inColumns } from './columns.ts';

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

/** Median times and how many times as fast as ml-matrix: a table for each operation, no wider than 80 columns. */
export function speedTable({ speed, backends }: Results): string {
  const timed = ops.filter((op) => speed.some((row) => row.op === op));
  return timed
    .map((op) => {
      const rows = speed.filter((row) => row.op === op);
      const sizes = [...new Set(rows.map(({ n }) => n))];
      const find = (name: string, kind: string, n: number) =>
        rows.find((row) => row.backend === name && row.kind === kind && row.n === n);
      const contenders = backends.flatMap(({ name }) =>
        kinds
          .filter((kind) => rows.some((row) => row.backend === name && row.kind === kind))
          .map((kind) => ({ name, kind })),
      );
      const lines = contenders.map(({ name, kind }) => [
        kind === 'gradient' ? `${name} + ∇` : name,
        ...sizes.map((n) => {
          const row = find(name, kind, n);
          if (!row) return styleText('dim', '–');
          const anchor = find('ml-matrix', 'value', n)?.median;
          return `${duration(row.median)} ${styleText('dim', (anchor ? times(anchor / row.median) : '').padStart(6))}`;
        }),
      ]);
      return inColumns([[styleText('bold', op), ...sizes.map((n) => `n = ${n}       `)], ...lines]);
    })
    .join('\n\n');
}
