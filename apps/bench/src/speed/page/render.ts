import { html, raw } from '../../report/html.ts';
import { busyNote } from '../../report/speed.ts';
import { style } from '../../report/style.ts';
import { legend } from '../../report/swatch.ts';
import { groups, opNames, titleOf } from '../names.ts';
import { functions, kernels, type SpeedOp } from '../problem.ts';
import { gradientGrid, kernelGrid } from '../rows.ts';
import type { SpeedResults } from '../schema.ts';
import { torchReference } from '../torch-reference.ts';
import { speedChart } from './chart.ts';
import { gateTable } from './gates.ts';
import { gridTable } from './grid.ts';
import { leftTable } from './left.ts';

/** The page of the speed benchmark: one HTML file that needs nothing else, a pure function of the results. */
export function renderSpeed(results: SpeedResults): string {
  const { environment: e, contenders, timings, twice } = results;
  const named = { backends: contenders };
  const has = (op: SpeedOp) => timings.some((row) => row.op === op);
  const tables = groups.filter(({ op, kind }) => timings.some((row) => row.op === op && row.kind === kind));
  const measuredTorch = contenders.some(({ name }) => name === 'torch');
  const kept = twice
    .map(
      ({ format, kept }) =>
        `the ${format} copy keeps ${(100 * kept).toFixed(0)} % of its matrix product's speed`,
    )
    .join(', ');
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>matgrad speed</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>
  <h1>How fast is it?</h1>
  <p class="lead">The kernels of @matgrad/core, in TypeScript and with WebAssembly's vectors, beside other libraries, beside numpy, and
  beside what the processor can do at most.</p>
  <nav aria-label="Sections"><a href="#charts">Time</a><a href="#tables">Ratios</a><a href="#gradients">Gradients</a><a
    href="#gates">Targets</a><a href="#left">Left out</a><a href="#reading">How it was measured</a></nav>
</header>
<main>
  <section id="charts"><h2>Time</h2>
    ${legend(
      named,
      contenders.map(({ name }) => name),
    )}${busyNote(results)}
    <p class="soft">Of one call. Kernels: as multiples of what core takes, lower is faster. Functions: time, dashed and hollow for the value
      and its gradient together.</p>
    <div class="grid wide">${[...kernels, ...functions].filter(has).map((op) => speedChart(results, op))}</div></section>
  <section id="tables"><h2>Ratios</h2>
    <p>Times are those of core and simd; after ×, how many times as fast they are as ml-matrix, as the fastest other library, as
    numpy on one thread. “peak” is the part of the loop of multiplications and additions that runs between the batches, for simd
    that on pairs of numbers.</p>
    ${tables.map((group) => html`<h3>${titleOf(group)}</h3>${gridTable(kernelGrid(results, group), titleOf(group))}`)}</section>
  <section id="gradients"><h2>Value and gradient</h2>
    <p>“/value” is what they cost together relative to the value alone. ${
      measuredTorch
        ? 'PyTorch was measured here, on one thread.'
        : html`PyTorch was not measured here: its times are those of ${torchReference.machine}, scaled by the peak loop. They say no
          more than the order of magnitude.`
    }</p>
    ${functions.filter(has).map((op) => html`<h3>${opNames[op]}</h3>${gridTable(gradientGrid(results, op), opNames[op])}`)}</section>
  <section id="gates"><h2>Targets</h2>${gateTable(results)}</section>
  <section id="left"><h2>Left out</h2>${leftTable(results)}</section>
  <section id="reading"><h2>How it was measured</h2><dl>
    <dt>Measured</dt><dd>${e.date.slice(0, 16).replace('T', ' ')} UTC, in ${e.seconds.toFixed(0)} s${results.effort === 'quick' ? ', in haste' : ''}</dd>
    <dt>Machine</dt><dd>${e.cpu}, ${e.cores} cores, ${e.os}, load ${e.load.toFixed(1)}</dd>
    <dt>Runtime</dt><dd>Node ${e.node}, V8 ${e.v8}</dd>
    <dt>Time</dt><dd>of the processor, all threads of a process; medians of batches, garbage collection included, and a minor one
      before each batch. Each library has a process of its own; in a case they take turns, and one runs at a time.</dd>
    <dt>Libraries</dt><dd>${contenders.map(({ name, version }) => `${name} ${version}`).join(', ')}</dd>
    <dt>Loaded twice</dt><dd>${kept || 'not measured'}</dd>
  </dl></section>
</main>
<footer>@matgrad/bench · npm run bench:speed</footer>
</body>
</html>`;
  return `<!doctype html>\n${page.markup}\n`;
}
