import * as Plot from '@observablehq/plot';
import { duration } from './format.ts';
import { type Html, html } from './html.ts';
import { svg } from './svg.ts';

/** A median time at a size, of somebody. */
export type TimePoint = {
  readonly contender: string;
  readonly kind: 'value' | 'gradient';
  readonly n: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly color: string;
};

/** Another measure than time itself for the vertical axis. */
export type Measure = {
  readonly label: string;
  readonly of: (point: TimePoint) => number;
  readonly format: (x: number) => string;
};
const time: Measure = { label: 'median time', of: ({ median }) => median, format: duration };

/** Time against size, both logarithmic; gradients dashed. All charts of a page share the axes that `all` needs. */
export function timeChart(
  title: string,
  points: readonly TimePoint[],
  all: readonly TimePoint[],
  measure = time,
): Html {
  const heights = all.map(measure.of);
  const sizes = [...new Set(all.map(({ n }) => n))].sort((a, b) => a - b);
  const rows = [...points].sort((a, b) => a.n - b.n);
  const shared = {
    x: 'n',
    y: measure.of,
    z: (d: TimePoint) => `${d.contender} ${d.kind}`,
    stroke: (d: TimePoint) => d.color,
  };
  const of = (kind: TimePoint['kind']) => rows.filter((row) => row.kind === kind);
  return html`<figure><h3>${title}</h3>${svg(
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
        domain: [Math.min(...heights) / 1.5, Math.max(...heights) * 1.5],
        ticks: 5,
        tickFormat: (x: number) => (isPower(x) ? measure.format(x) : ''),
        label: measure.label,
      },
      marks: [
        Plot.gridY({ ticks: 5 }),
        Plot.line(of('value'), { ...shared, strokeWidth: 2 }),
        Plot.line(of('gradient'), { ...shared, strokeWidth: 1.6, strokeDasharray: '4,3' }),
        Plot.dot(rows, {
          x: 'n',
          y: measure.of,
          r: 3,
          fill: (d: TimePoint) => (d.kind === 'value' ? d.color : 'var(--ground)'),
          stroke: (d: TimePoint) => d.color,
          title: (d: TimePoint) =>
            `${d.contender}${d.kind === 'gradient' ? ', value and gradient' : ''}\n${title}, n = ${d.n}: ${duration(d.median)} (quartiles ${duration(d.low)} to ${duration(d.high)})`,
        }),
      ],
    },
    `Time of ${title} against matrix size`,
  )}</figure>`;
}

const isPower = (x: number): boolean => Math.abs(Math.log10(x) - Math.round(Math.log10(x))) < 1e-9;
