import { times } from '../../report/format.ts';
import type { Html } from '../../report/html.ts';
import { backendColor } from '../../report/palette.ts';
import { type Measure, type TimePoint, timeChart } from '../../report/time-chart.ts';
import { timingOf } from '../compare.ts';
import { opNames } from '../names.ts';
import { type Case, functions, type SpeedOp } from '../problem.ts';
import type { SpeedResults } from '../schema.ts';

type Point = TimePoint & Case;

/** One operation: kernels relative to core, functions as times of the value and of value and gradient. */
export function speedChart(results: SpeedResults, op: SpeedOp): Html {
  const color = (name: string) => backendColor(results.contenders.findIndex((c) => c.name === name));
  const points = results.timings.flatMap(({ kind, ...row }): Point[] =>
    row.op === op && kind !== 'out' && row.count === 1 ? [{ ...row, kind, color: color(row.contender) }] : [],
  );
  const core = (point: TimePoint) => timingOf(results, point as Point, 'core')?.median;
  const relative: Measure = {
    label: 'time relative to core',
    of: (point) => point.median / (core(point) ?? point.median),
    format: times,
  };
  return (functions as readonly SpeedOp[]).includes(op)
    ? timeChart(opNames[op], points, points)
    : timeChart(opNames[op], points.filter(core), points, relative);
}
