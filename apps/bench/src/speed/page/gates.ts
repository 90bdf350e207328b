import { type Html, html } from '../../report/html.ts';
import { passes, type Verdict, verdicts } from '../compare.ts';
import { againstNames, sizeText, titleOf } from '../names.ts';
import type { SpeedResults } from '../schema.ts';

const shown = (x: number): string => String(Number(x.toPrecision(2)));

function row(verdict: Verdict): Html {
  const { own, against, target, reached } = verdict;
  const style = reached === undefined ? 'none' : passes(verdict) ? 'ok' : verdict.binding ? 'bad' : 'warn';
  return html`<tr><th scope="row">${titleOf(verdict)}</th>
    <td class="right">${sizeText(verdict)}</td><td>${own}</td><td>${againstNames[against]}</td>
    <td class="right">${target}</td>
    <td class="right"><span class="key ${style}">${reached === undefined ? 'not measured' : shown(reached)}</span></td></tr>`;
}

/** What is aimed at and what was reached. */
export function gateTable(results: SpeedResults): Html {
  const all = verdicts(results);
  const part = (title: string, text: string, binding: boolean) => {
    const some = all.filter((verdict) => verdict.binding === binding);
    const measured = some.filter(({ reached }) => reached !== undefined);
    return html`<details open><summary>${title}: ${measured.filter(passes).length} of ${measured.length} reached</summary>
      <p class="soft">${text}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="fine">
      <thead><tr><th scope="col">operation</th><th scope="col" class="right">n</th><th scope="col">ours</th><th
        scope="col">relative to</th><th scope="col" class="right">target</th><th scope="col" class="right">reached</th></tr></thead>
      <tbody>${some.map(row)}</tbody></table></div></details>`;
  };
  return html`${part('Gates', 'To be reached: parts of the peak loop, multiples of the speed of other libraries.', true)}
    ${part('Aims', 'Multiples of the speed of numpy, whose kernels use instructions up to four times as wide as those of WebAssembly.', false)}`;
}
