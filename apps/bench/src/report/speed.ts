import * as Plot from '@observablehq/plot';
import { ops } from '../golden/format.ts';
import { isBusy } from '../results/environment.ts';
import type { Results, SpeedRow } from '../results/schema.ts';
import { duration } from './format.ts';
import { type Html, html } from './html.ts';
import { backendColor } from './palette.ts';
import { svg } from './svg.ts';
import { legend } from './swatch.ts';

/** Time against size, both logarithmic, one small chart for each operation. */
export function speed(results: Results): Html {
  const color = (name: string) => backendColor(results.backends.findIndex((b) => b.name === name));
  const times = results.speed.map(({ median }) => median);
  const domain = [Math.min(...times) / 1.5, Math.max(...times) * 1.5];
  const sizes = [...new Set(results.speed.map(({ n }) => n))].sort((a, b) => a - b);
  const timed = ops.filter((op) => results.speed.some((row) => row.op === op));
  const charts = timed.map((op) => {
    const rows = results.speed.filter((row) => row.op === op).sort((a, b) => a.n - b.n);
    const shared = {
      x: 'n',
      y: 'median',
      z: (d: SpeedRow) => `${d.backend} ${d.kind}`,
      stroke: (d: SpeedRow) => color(d.backend),
    };
    const plain = rows.filter(({ kind }) => kind === 'value');
    const withGradient = rows.filter(({ kind }) => kind === 'gradient');
    return html`<figure><h3>${op}</h3>${svg(
      {
        width: 480,
        height: 300,
        marginLeft: 58,
        marginBottom: 40,
        style: { fontSize: '11px' },
        x: {
          type: 'log',
          base: 2,
          domain: [(sizes[0] ?? 1) / 1.3, (sizes.at(-1) ?? 1) * 1.3],
          ticks: sizes,
          tickFormat: String,
          label: 'n',
        },
        y: {
          type: 'log',
          domain,
          ticks: 5,
          tickFormat: (x: number) => (isPower(x) ? duration(x) : ''),
          label: 'median time',
        },
        marks: [
          Plot.gridY({ ticks: 5 }),
          Plot.line(plain, { ...shared, strokeWidth: 2 }),
          Plot.line(withGradient, { ...shared, strokeWidth: 1.6, strokeDasharray: '4,3' }),
          Plot.dot(rows, {
            x: 'n',
            y: 'median',
            r: 3,
            fill: (d: SpeedRow) => (d.kind === 'value' ? color(d.backend) : 'var(--ground)'),
            stroke: (d: SpeedRow) => color(d.backend),
            title: (d: SpeedRow) =>
              `${d.backend}${d.kind === 'gradient' ? ', value and gradient' : ''}\n${op}, n = ${d.n}: ${duration(d.median)} (quartiles ${duration(d.low)} to ${duration(d.high)})`,
          }),
        ],
      },
      `Time of ${op} against matrix size`,
    )}</figure>`;
  });
  const names = results.backends
    .map(({ name }) => name)
    .filter((name) => results.speed.some((r) => r.backend === name));
  return html`${legend(results, names)}${busyNote(results)}<p class="soft">Solid: the value. Dashed, hollow: the value and its gradient.</p>
    <div class="grid wide">${charts}</div>`;
}

const isPower = (x: number): boolean => Math.abs(Math.log10(x) - Math.round(Math.log10(x))) < 1e-9;

/** A warning where the machine had other things to do. */
const busyNote = ({ environment }: Results): Html | null =>
  isBusy(environment)
    ? html`<p><span class="key warn">The machine was busy</span> (load ${environment.load.toFixed(1)} on ${environment.cores} cores):
        times are longer and less certain than they would be.</p>`
    : null;
