import type { Results } from '../results/schema.ts';
import { summarise } from '../results/summary.ts';
import { digitsText, short } from './format.ts';
import { severity } from './heatmap.ts';
import { type Html, html } from './html.ts';
import { swatch } from './swatch.ts';

/** Every matrix against every backend, all operations together. */
export function matrices(results: Results): Html {
  return html`<p class="soft">Worst digits lost over all operations, values and gradients; the number of wrong or failed cases after a cross; a dot where the data determine nothing at this precision.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Every matrix"><table class="heat fine">
    <thead><tr><th></th><th class="right">n</th><th class="right">κ</th>${results.backends.map(
      ({ name }) => html`<th scope="col">${swatch(results, name)}</th>`,
    )}</tr></thead>
    ${groups(results).map(
      ([tag, members]) =>
        html`<tbody><tr class="group"><th colspan="3">${tag}</th></tr>${members.map(
          ({ name, n, kappa, note }) => html`<tr><th scope="row" title="${note}">${name}</th>
        <td class="right">${n}</td><td class="right">${kappa === null ? '∞' : short(kappa)}</td>
        ${results.backends.map((backend) => {
          const rows = results.accuracy.filter((r) => r.backend === backend.name && r.matrix === name);
          const summary = summarise(rows);
          const undetermined = summary.worst === undefined && summary.failed === 0;
          const failing = rows.filter(
            ({ outcome }) => outcome === 'wrong' || outcome === 'nonfinite' || outcome === 'threw',
          );
          const title = failing
            .map(
              (r) =>
                `${r.kind === 'gradient' ? '∇' : ''}${r.op}: ${r.outcome}${r.thrown ? `, ${r.thrown}` : ''}`,
            )
            .join('\n');
          const text = `${summary.worst === undefined ? '·' : digitsText(summary.worst)}${summary.failed > 0 ? ` ✗${summary.failed}` : ''}`;
          return html`<td class="${undetermined ? 'none' : severity(summary)}" title="${title}">${summary.cases === 0 ? '–' : text}</td>`;
        })}</tr>`,
        )}</tbody>`,
    )}</table></div>`;
}

/** The matrices by what they are in the suite for. */
function groups({ matrices }: Results): [string, Results['matrices']][] {
  const tags = [...new Set(matrices.map((m) => m.tags[0] ?? ''))];
  return tags.map((tag) => [tag, matrices.filter((m) => m.tags[0] === tag)]);
}
