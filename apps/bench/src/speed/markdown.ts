import { passes, type Verdict, verdicts } from './compare.ts';
import { againstNames, groups, opNames, sizeText, titleOf } from './names.ts';
import { functions } from './problem.ts';
import { type Grid, gradientGrid, kernelGrid } from './rows.ts';
import type { SpeedResults } from './schema.ts';
import { torchReference } from './torch-reference.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = ({ head, rows }: Grid): string =>
  [line(head), line(head.map((_, k) => (k === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
const sections = (parts: readonly { readonly title: string; readonly grid: Grid }[]): string =>
  parts
    .filter(({ grid }) => grid.rows.length > 0)
    .map(({ title, grid }) => `### ${title[0]?.toUpperCase()}${title.slice(1)}\n\n${table(grid)}`)
    .join('\n\n');

/** Where and when, in one paragraph. */
export function machineMarkdown({ environment: e, contenders }: SpeedResults): string {
  const peers = contenders
    .filter(({ name }) => name !== 'core' && name !== 'simd')
    .map(({ name, version }) => `${name} ${version}`);
  return [
    `${e.date.slice(0, 10)}, ${e.cpu}, ${e.cores} cores, ${e.os}, Node ${e.node}; load ${e.load.toFixed(1)} at the end${e.load > e.cores ? ', so the machine was busy' : ''}.`,
    `Beside ${peers.join(', ')}.`,
  ].join('\n');
}

export const kernelsMarkdown = (results: SpeedResults): string =>
  sections(groups.map((group) => ({ title: titleOf(group), grid: kernelGrid(results, group) })));

export function gradientsMarkdown(results: SpeedResults): string {
  const text = sections(functions.map((op) => ({ title: opNames[op], grid: gradientGrid(results, op) })));
  return text.includes('torch*')
    ? `${text}\n\n\\* Not measured on this machine: ${torchReference.machine}, scaled by the peak loop. An order of magnitude.`
    : text;
}

const row = (verdict: Verdict): string[] => [
  titleOf(verdict),
  sizeText(verdict),
  verdict.own,
  againstNames[verdict.against],
  String(verdict.target),
  `${Number(verdict.reached?.toPrecision(2))}${passes(verdict) ? '' : ' ✗'}`,
];

/** What was aimed at beside what was reached. */
export function gatesMarkdown(results: SpeedResults): string {
  const measured = verdicts(results).filter(({ reached }) => reached !== undefined);
  const part = (title: string, binding: boolean) => {
    const some = measured.filter((verdict) => verdict.binding === binding);
    const head = ['operation', 'n', 'ours', 'relative to', 'target', 'reached'];
    return `### ${title}: ${some.filter(passes).length} of ${some.length} reached\n\n${table({ head, rows: some.map(row) })}`;
  };
  const kept = results.twice
    .map(({ format, kept }) => `the ${format} copy keeps ${(100 * kept).toFixed(0)} %`)
    .join(', ');
  return [
    part('Gates', true),
    part('Aims', false),
    ...(kept ? [`With the package loaded twice, ${kept} of the speed of its matrix product.`] : []),
  ].join('\n\n');
}
