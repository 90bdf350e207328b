import { kinds, ops } from '../golden/format.ts';
import { limits } from '../measure/outcome.ts';
import { digitsLost } from '../measure/score.ts';
import type { Results } from '../results/schema.ts';
import { type Summary, select, summarise } from '../results/summary.ts';
import { digitsText, opText, short, unitText } from './format.ts';
import { type Html, html } from './html.ts';
import { swatch } from './swatch.ts';

/** Class of a cell: silent wrong answers before other failures before digits lost. */
export function severity({
  cases,
  silent,
  failed,
  worst,
}: Summary): 'none' | 'wrong' | 'bad' | 'warn' | 'ok' {
  if (cases === 0) return 'none';
  if (silent > 0) return 'wrong';
  if (failed > 0) return 'bad';
  return worst !== undefined && worst > digitsLost(limits.ok) ? 'warn' : 'ok';
}

function cell(summary: Summary): Html {
  const { cases, silent, failed, counts, worst } = summary;
  if (cases === 0) return html`<td class="none" title="not offered">–</td>`;
  const refused = counts.refused + counts['refused-untyped'];
  const title = [
    `${cases} cases`,
    worst === undefined ? '' : `worst ${digitsText(worst)} digits lost on ${summary.worstRow?.matrix ?? ''}`,
    summary.backward === undefined ? '' : `largest backward error ${short(summary.backward)} u`,
    `${silent} wrong without a word`,
    `${counts.nonfinite} NaN or Infinity, ${counts.threw} threw where there is an answer`,
    `${refused} refused as they should be (${counts.refused} with a typed error)`,
    `${counts.undetermined} undetermined by the data`,
  ];
  const bad = silent > 0 ? `${silent} wrong` : failed > 0 ? `${failed} failed` : undefined;
  return html`<td class="${severity(summary)}" title="${title.filter(Boolean).join('\n')}">
    <b>${bad ?? (worst === undefined ? '0.0' : digitsText(worst))}</b><small>${bad ? 'of ' : ''}${cases} cases</small></td>`;
}

/** Backend × operation: worst digits lost, number of failures, silent wrong answers in red. */
export function heatmap(results: Results): Html {
  const columns = kinds.map((kind) => ops.map((op) => ({ op, kind })));
  return html`<p class="soft">Worst number of decimal digits lost beyond the conditioning of the problem. Point at a cell for its counts.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Digits lost, backend by operation">
    <table class="heat">
      <thead><tr><th></th>${columns.map((group, g) => [
        g > 0 ? html`<th class="gap"></th>` : null,
        ...group.map(({ op, kind }) => html`<th scope="col">${opText(op, kind)}</th>`),
      ])}</tr></thead>
      <tbody>${results.backends.map(
        ({ name, version, unit }) => html`<tr>
          <th scope="row">${swatch(results, name)}<span class="version">${version}, u = ${unitText(unit)}</span></th>
          ${columns.map((group, g) => [
            g > 0 ? html`<td class="gap"></td>` : null,
            ...group.map(({ op, kind }) => cell(summarise(select(results, name, op, kind)))),
          ])}</tr>`,
      )}</tbody>
    </table></div>
    <p class="keys"><span class="key ok">at most 1.5 digits lost</span><span class="key warn">more</span><span
      class="key bad">NaN, or an error where there is an answer</span><span class="key wrong">wrong without a
      word</span><span class="key none">– not offered</span></p>`;
}
