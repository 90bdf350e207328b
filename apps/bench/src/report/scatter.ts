import * as Plot from '@observablehq/plot';
import { limits } from '../measure/outcome.ts';
import type { AccuracyRow, Results } from '../results/schema.ts';
import { select } from '../results/summary.ts';
import { opText, short } from './format.ts';
import { type Html, html } from './html.ts';
import { backendColor } from './palette.ts';
import { svg } from './svg.ts';
import { swatch } from './swatch.ts';

const floor = 1e-17;
const ceiling = 1e4;
const clamp = (x: number) => Math.min(ceiling, Math.max(floor, x));

type Point = { x: number; y: number; kind: string; wrong: boolean; open: boolean; title: string };

function points(rows: readonly AccuracyRow[], unit: number): Point[] {
  return rows
    .filter(({ error, condition }) => typeof error === 'number' && typeof condition === 'number')
    .map((row) => ({
      x: clamp(Number(row.condition) * unit),
      y: clamp(Number(row.error)),
      kind: row.kind,
      wrong: row.outcome === 'wrong',
      open: row.outcome === 'undetermined',
      title: `${opText(row.op, row.kind)} of ${row.matrix}\nrelative error ${short(Number(row.error))}, condition × u ${short(Number(row.condition) * unit)}\nscore ${short(row.score ?? 0)}`,
    }));
}

/** Error against condition number times unit roundoff, one small chart for each backend. */
export function scatter(results: Results): Html {
  const charts = results.backends.map(({ name, unit }, k) => {
    const data = points(select(results, name), unit);
    const color = backendColor(k);
    const line = [floor, ceiling];
    return html`<figure><h3>${swatch(results, name)}</h3>${svg(
      {
        width: 350,
        height: 330,
        marginLeft: 52,
        marginBottom: 40,
        style: { fontSize: '11px' },
        x: { type: 'log', domain: [floor, ceiling], ticks: 6, label: 'condition × u', tickFormat: power },
        y: { type: 'log', domain: [floor, ceiling], ticks: 6, label: 'relative error', tickFormat: power },
        marks: [
          Plot.gridX({ ticks: 6 }),
          Plot.gridY({ ticks: 6 }),
          Plot.areaY(line, {
            x: line,
            y1: line,
            y2: [ceiling, ceiling],
            fill: 'var(--wrong)',
            fillOpacity: 0.05,
          }),
          Plot.line(line, { x: line, y: line, stroke: 'currentColor', strokeWidth: 1.5 }),
          Plot.line(line, {
            x: line.map((x) => x / limits.ok).map((x) => Math.max(x, floor)),
            y: [floor * limits.ok, ceiling],
            stroke: 'currentColor',
            strokeDasharray: '3,3',
          }),
          Plot.dot(data, {
            x: 'x',
            y: 'y',
            r: 3.2,
            symbol: (d: Point) => (d.wrong ? 'times' : d.kind === 'gradient' ? 'triangle' : 'circle'),
            stroke: (d: Point) => (d.wrong ? 'var(--wrong)' : color),
            strokeWidth: (d: Point) => (d.wrong ? 2.2 : 1),
            fill: (d: Point) => (d.wrong || d.open ? 'none' : color),
            fillOpacity: 0.35,
            title: 'title',
          }),
        ],
      },
      `Relative error of ${name} against condition number times unit roundoff, ${data.length} cases`,
    )}</figure>`;
  });
  return html`<div class="grid">${charts}</div>`;
}

const superscript = (n: number): string =>
  [...String(n)].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)])).join('');

/** `10⁻⁸` */
export const power = (x: number): string => (x === 1 ? '1' : `10${superscript(Math.round(Math.log10(x)))}`);
