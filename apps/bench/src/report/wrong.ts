import type { AccuracyRow, Results } from '../results/schema.ts';
import { long, opText, short } from './format.ts';
import { type Html, html } from './html.ts';
import { swatch } from './swatch.ts';

/** A case that at least one backend got wrong without a word, with what each of them did. */
type Story = {
  readonly matrix: string;
  readonly op: AccuracyRow['op'];
  readonly kind: AccuracyRow['kind'];
  readonly rows: AccuracyRow[];
};

function storiesOf({ accuracy }: Results): Story[] {
  const stories = new Map<string, Story>();
  for (const row of accuracy) {
    const key = `${row.matrix} ${row.kind} ${row.op}`;
    const story = stories.get(key) ?? { matrix: row.matrix, op: row.op, kind: row.kind, rows: [] };
    stories.set(key, story);
    story.rows.push(row);
  }
  return [...stories.values()].filter(({ rows }) => rows.some(({ outcome }) => outcome === 'wrong'));
}

const hasAnswer = ({ rows }: Story): boolean =>
  rows.some(({ outcome, worst }) => outcome === 'wrong' && worst?.exact !== undefined);

/** What one backend did with it: the number in red where it is wrong. */
function cell(row: AccuracyRow | undefined): Html {
  if (!row) return html`<td class="right none" title="not offered">–</td>`;
  const at = row.worst?.at ? html`<small class="soft">${row.worst.at}</small> ` : null;
  switch (row.outcome) {
    case 'wrong':
      return html`<td class="right number">${at}<b class="key wrong">${long(row.worst?.got ?? NaN)}</b>${
        row.worst?.exact === undefined
          ? null
          : html`<br><small class="soft">exact ${long(row.worst.exact)}</small>`
      }</td>`;
    case 'ok':
      return html`<td class="right"><span class="key ok" title="relative error ${short(row.error ?? 0)}">right</span></td>`;
    case 'refused':
      return html`<td class="right"><span class="key ok" title="${row.thrown ?? ''}">refused</span></td>`;
    case 'refused-untyped':
      return html`<td class="right"><span class="key ok" title="${row.thrown ?? ''}">${row.thrown ? 'refused' : 'NaN'}</span></td>`;
    case 'undetermined':
      return html`<td class="right"><span class="key ${row.thrown ? 'ok' : 'warn'}" title="${row.thrown ?? ''}">${row.thrown ? 'refused' : 'undetermined'}</span></td>`;
    default:
      return html`<td class="right"><span class="key bad" title="${row.thrown ?? ''}">${row.thrown ? 'threw' : row.outcome}</span></td>`;
  }
}

function table(results: Results, stories: readonly Story[], label: string): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
    <thead><tr><th scope="col">matrix</th><th scope="col">asked for</th>${results.backends.map(
      ({ name }) => html`<th scope="col" class="right">${swatch(results, name)}</th>`,
    )}</tr></thead>
    <tbody>${stories.map((story) => {
      const note = results.matrices.find(({ name }) => name === story.matrix)?.note ?? '';
      return html`<tr><th scope="row">${story.matrix}<br><small class="soft">${note}</small></th>
        <td class="number">${opText(story.op, story.kind)}</td>
        ${results.backends.map(({ name }) => cell(story.rows.find((row) => row.backend === name)))}</tr>`;
    })}</tbody></table></div>`;
}

/** The silent wrong answers with their numbers, beside what the other libraries did. */
export function wrongAnswers(results: Results): Html {
  const stories = storiesOf(results);
  if (stories.length === 0) return html`<p><strong>None, from any library.</strong></p>`;
  const numbers = stories.filter(hasAnswer);
  const inventions = stories.filter((story) => !hasAnswer(story));
  return html`${
    inventions.length > 0 &&
    html`<h3>Answers where there is none</h3>
      <p class="soft">The matrix is exactly singular, or has no Cholesky factor. The entry shown is the largest.</p>
      ${table(results, inventions, 'Answers where there is none')}`
  }${
    numbers.length > 0 &&
    html`<h3>Another number</h3>
      <p class="soft">There is an answer, and this is not it. The entry shown is the one that is furthest off.</p>
      ${table(results, numbers, 'Another number')}`
  }`;
}
