import { type Html, html } from '../../report/html.ts';
import type { Grid } from '../rows.ts';

/** A table of text as HTML; the first column are headings of rows. */
export const gridTable = ({ head, rows }: Grid, label: string): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table>
    <thead><tr>${head.map((cell) => html`<th scope="col" class="right">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...cells]) =>
        html`<tr><th scope="row" class="right">${first}</th>${cells.map((cell) => html`<td class="right">${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;
