import type { Results } from '../results/schema.ts';
import { select, summarise } from '../results/summary.ts';
import { digitsText } from './format.ts';
import { type Html, html } from './html.ts';

/** The four numbers on top of the page. */
export function facts(results: Results): Html {
  const all = summarise(results.accuracy);
  const [first, ...others] = results.backends;
  const own = first && summarise(select(results, first.name));
  const theirs = others
    .filter(({ name }) => !name.startsWith('tfjs-ops'))
    .reduce((sum, { name }) => sum + summarise(select(results, name)).silent, 0);
  const item = (number: string | number, text: string) => html`<li><b>${number}</b><span>${text}</span></li>`;
  return html`<ul class="facts">
    ${item(all.cases, `cases: ${results.matrices.length} matrices, up to five operations, values and gradients`)}
    ${item(own?.silent ?? 0, `wrong answers without a word from ${first?.name ?? ''}`)}
    ${item(theirs, 'wrong answers without a word from the other libraries')}
    ${item(digitsText(own?.worst ?? 0), `digits lost by ${first?.name ?? ''} at worst, beyond what the data cost anyone`)}
  </ul>`;
}
