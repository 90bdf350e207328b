import { ops } from '../golden/format.ts';
import { isBusy } from '../results/environment.ts';
import type { Results } from '../results/schema.ts';
import { type Html, html } from './html.ts';
import { backendColor } from './palette.ts';
import { legend } from './swatch.ts';
import { timeChart } from './time-chart.ts';

/** Time against size, one small chart for each operation. */
export function speed(results: Results): Html {
  const color = (name: string) => backendColor(results.backends.findIndex((b) => b.name === name));
  const timed = ops.filter((op) => results.speed.some((row) => row.op === op));
  const points = results.speed.map((row) => ({ ...row, contender: row.backend, color: color(row.backend) }));
  const charts = timed.map((op) =>
    timeChart(
      op,
      points.filter((point) => point.op === op),
      points,
    ),
  );
  const names = results.backends
    .map(({ name }) => name)
    .filter((name) => results.speed.some((r) => r.backend === name));
  return html`${legend(results, names)}${busyNote(results)}<p class="soft">Solid: the value. Dashed, hollow: the value and its gradient.</p>
    <div class="grid wide">${charts}</div>`;
}

/** A warning where the machine had other things to do. */
export const busyNote = ({ environment }: Pick<Results, 'environment'>): Html | null =>
  isBusy(environment)
    ? html`<p><span class="key warn">The machine was busy</span> (load ${environment.load.toFixed(1)} on ${environment.cores} cores):
        times are less certain than they would be.</p>`
    : null;
