import { styleText } from 'node:util';
import { isBusy } from '../results/environment.ts';
import { columns } from '../terminal/columns.ts';
import { passes, type Verdict, verdicts } from './compare.ts';
import { keptWhenTwice } from './gates.ts';
import { groups, opNames, sizeText, titleOf } from './names.ts';
import { functions } from './problem.ts';
import { type Grid, gradientGrid, kernelGrid } from './rows.ts';
import type { SpeedResults } from './schema.ts';
import { torchReference } from './torch-reference.ts';

const block = (title: string, { head, rows }: Grid): string =>
  `${styleText('bold', title)}\n${columns([head.map((cell) => styleText('dim', cell)), ...rows])}`;

/** All tables for a terminal of 80 columns. */
export function speedText(results: SpeedResults): string {
  const { environment: e } = results;
  const kernels = groups
    .map((group) => ({ title: titleOf(group), grid: kernelGrid(results, group) }))
    .filter(({ grid }) => grid.rows.length > 0);
  const gradients = functions
    .map((op) => ({ title: `${opNames[op]}: value and gradient`, grid: gradientGrid(results, op) }))
    .filter(({ grid }) => grid.rows.length > 0);
  const guard = results.twice.map(
    ({ format, kept }) =>
      `${kept >= keptWhenTwice ? '✓' : '✗'} loaded twice, the ${format} copy keeps ${(100 * kept).toFixed(0)} % of its matrix product's speed`,
  );
  return [
    'Processor time of one call, medians; ×: how many times as fast core (simd) is.',
    `"peak": part of the mul+add loop of the same process (simd: on pairs).`,
    ...[...kernels, ...gradients].map(({ title, grid }) => `\n${block(title, grid)}`),
    ...(gradients.some(({ grid }) => grid.head.includes('torch*'))
      ? [
          '\n* not measured here, but scaled by the peak loop of this machine from',
          `  ${torchReference.machine}`,
        ]
      : []),
    '',
    ...guard,
    ...gateLines(results),
    ...(isBusy(e) ? ['The machine was busy: figures are less certain than they would be.'] : []),
  ].join('\n');
}

function gateLines(results: SpeedResults): string[] {
  const all = verdicts(results).filter(({ reached }) => reached !== undefined);
  const count = (binding: boolean) => {
    const some = all.filter((verdict) => verdict.binding === binding);
    return `${some.filter(passes).length} of ${some.length}`;
  };
  const missed = all.filter((verdict) => !passes(verdict));
  return [
    `Gates reached: ${count(true)}. Aims (relative to numpy) reached: ${count(false)}.`,
    ...(missed.length > 0
      ? [`\n${styleText('bold', 'Not reached')}`, columns([missedHead, ...missed.map(missedRow)])]
      : []),
  ];
}

const missedHead = ['operation', 'n', 'ours', 'relative to', 'target', 'reached'].map((cell) =>
  styleText('dim', cell),
);

const missedRow = (verdict: Verdict): string[] => [
  { value: verdict.op, out: `${verdict.op} out`, gradient: `∇${verdict.op}` }[verdict.kind],
  sizeText(verdict),
  verdict.own,
  verdict.binding ? verdict.against : `${verdict.against} (aim)`,
  String(verdict.target),
  String(Number(verdict.reached?.toPrecision(2))),
];
