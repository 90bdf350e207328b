import type { AccuracyRow, Results } from '../results/schema.ts';
import { select } from '../results/summary.ts';
import { long, opText, short } from './format.ts';
import { type Html, html } from './html.ts';
import { swatch } from './swatch.ts';

const op = ({ op, kind, worst }: AccuracyRow) => `${opText(op, kind)}${worst?.at ?? ''}`;

/** What is wrong with it, in words. */
function verdict(row: AccuracyRow): string {
  if (row.worst?.exact === undefined)
    return row.op === 'cholesky' ? 'the matrix has no Cholesky factor' : 'the matrix is exactly singular';
  const [got, exact] = [Number(row.worst.got), Number(row.worst.exact)];
  if (exact === 0) return 'the exact answer rounds to 0';
  if (Math.sign(got) !== Math.sign(exact) && got !== 0) return 'not even the sign is right';
  const ratio = Math.abs(got / exact);
  if (ratio >= 10 || ratio <= 0.1) return `off by a factor of ${short(ratio >= 1 ? ratio : 1 / ratio)}`;
  const digits = Math.max(0, -Math.log10(Math.abs(ratio - 1)));
  return digits < 1 ? 'not one digit is right' : `${digits.toFixed(0)} digits are right`;
}

const line = (results: Results, row: AccuracyRow): Html => {
  const matrix = results.matrices.find(({ name }) => name === row.matrix);
  return html`<tr>
    <td>${row.matrix}<br><small class="soft">${matrix?.note ?? ''}</small></td>
    <td class="number">${op(row)}</td>
    <td class="right number">${long(row.worst?.got ?? NaN)}</td>
    <td class="right number">${row.worst?.exact === undefined ? 'none' : long(row.worst.exact)}</td>
    <td>${verdict(row)}</td></tr>`;
};

/** The silent wrong answers, with the numbers: one group for each backend. */
export function wrongAnswers(results: Results): Html {
  const groups = results.backends.map(({ name }) => ({
    name,
    rows: select(results, name).filter(({ outcome }) => outcome === 'wrong'),
  }));
  const clean = groups.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
  return html`${
    clean.length > 0 ? html`<p><strong>None</strong> from ${clean.join(', ')}.</p>` : null
  }${groups
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ name, rows }) => html`<details open>
      <summary>${swatch(results, name)}: ${rows.length}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Wrong answers of ${name}"><table>
        <thead><tr><th scope="col">matrix</th><th scope="col">entry</th><th scope="col" class="right">it said</th>
          <th scope="col" class="right">exact</th><th scope="col">so</th></tr></thead>
        <tbody>${rows.map((row) => line(results, row))}</tbody></table></div></details>`,
    )}`;
}
