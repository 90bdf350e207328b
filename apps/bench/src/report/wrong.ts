import { limits } from '../measure/outcome.ts';
import type { AccuracyRow, Results } from '../results/schema.ts';
import { long, opText, short } from './format.ts';
import { type Html, html, raw } from './html.ts';
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

/** Why an answer is wrong: there is none, the data determine none, or it is another one. */
type Reason = 'none' | 'undetermined' | 'another';

function reasonOf({ rows }: Story): Reason {
  const wrong = rows.filter(({ outcome }) => outcome === 'wrong');
  if (wrong.every(({ worst }) => worst?.exact === undefined)) return 'none';
  // By its score it is as good as rounding the input allows; it is wrong because nobody was told that this is nothing.
  const vague = ({ score }: AccuracyRow) => score !== undefined && Number(score) <= limits.degraded;
  return wrong.every(vague) ? 'undetermined' : 'another';
}

const chapters: Readonly<Record<Reason, readonly [title: string, text: string]>> = {
  none: [
    'Answers where there is none',
    'The matrix is exactly singular, or has no Cholesky factor. The entry shown is the largest.',
  ],
  undetermined: [
    'Answers that the data do not determine',
    'Invertible, but singular to working precision: rounding the entries once more may change every digit. To refuse is right; these numbers came without a word. The entry shown is the one that is furthest off.',
  ],
  another: [
    'Another number',
    'There is an answer, and this is not it. The entry shown is the one that is furthest off.',
  ],
};

/** How the outcomes that are not wrong are shown. */
const shown: Record<Exclude<AccuracyRow['outcome'], 'wrong'>, readonly [text: string, style: string]> = {
  ok: ['right', 'ok'],
  refused: ['refused', 'ok'],
  'refused-untyped': ['refused', 'ok'],
  undetermined: ['undetermined', 'none'],
  'out-of-range': ['out of range', 'none'],
  degraded: ['degraded', 'warn'],
  nonfinite: ['NaN', 'bad'],
  threw: ['threw', 'bad'],
};

/** What one backend did with it: the number in red where it is wrong. */
function cell(row: AccuracyRow | undefined): Html {
  if (!row) return html`<td class="right none" title="not offered">–</td>`;
  if (row.outcome === 'wrong') {
    const { at = '', got = NaN, exact } = row.worst ?? {};
    return html`<td class="right number" title="${opText(row.op, row.kind)}${at}: ${long(got)}"><b class="key wrong">${short(got)}</b>${
      exact === undefined ? null : html`<br><small class="soft">exact ${short(exact)}</small>`
    }</td>`;
  }
  const [text, style] = row.outcome === 'undetermined' && row.thrown ? shown.refused : shown[row.outcome];
  const saidNaN = row.outcome === 'refused-untyped' && row.thrown === undefined;
  const title = row.thrown ?? (row.error === undefined ? '' : `relative error ${short(row.error)}`);
  return html`<td class="right"><span class="key ${style}" title="${title}">${saidNaN ? 'NaN' : text}</span></td>`;
}

/** Rows of one matrix share its name. */
function rowsOf(results: Results, matrix: string, stories: readonly Story[]): Html {
  const note = results.matrices.find(({ name }) => name === matrix)?.note ?? '';
  return html`${stories.map(
    (story, k) =>
      html`<tr${k > 0 ? raw(' class="more"') : null}>${
        k === 0
          ? html`<th scope="rowgroup" rowspan="${stories.length}">${matrix}<br><small class="soft">${note}</small></th>`
          : null
      }<td class="number">${opText(story.op, story.kind)}</td>${results.backends.map(({ name }) =>
        cell(story.rows.find((row) => row.backend === name)),
      )}</tr>`,
  )}`;
}

function table(results: Results, stories: readonly Story[], label: string): Html {
  const matrices = [...new Set(stories.map(({ matrix }) => matrix))];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="stories">
    <thead><tr><th scope="col">matrix</th><th scope="col">asked for</th>${results.backends.map(
      ({ name }) => html`<th scope="col" class="right">${swatch(results, name)}</th>`,
    )}</tr></thead>
    <tbody>${matrices.map((matrix) =>
      rowsOf(
        results,
        matrix,
        stories.filter((story) => story.matrix === matrix),
      ),
    )}</tbody></table></div>`;
}

/** The silent wrong answers with their numbers, beside what the other libraries did. */
export function wrongAnswers(results: Results): Html {
  const stories = storiesOf(results);
  if (stories.length === 0) return html`<p><strong>None, from any library.</strong></p>`;
  return html`${(['none', 'undetermined', 'another'] as const).map((reason) => {
    const some = stories.filter((story) => reasonOf(story) === reason);
    const [title, text] = chapters[reason];
    return (
      some.length > 0 && html`<h3>${title}</h3><p class="soft">${text}</p>${table(results, some, title)}`
    );
  })}`;
}
