import { type Html, html } from '../../report/html.ts';
import { opNames, sizeText } from '../names.ts';
import type { SpeedResults } from '../schema.ts';

/** What did not run, or not rightly, and why. */
export function leftTable({ left }: SpeedResults): Html {
  if (left.length === 0) return html`<p>Nothing: every library completed what it has.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Left out"><table class="fine">
    <thead><tr><th scope="col">library</th><th scope="col">operation</th><th scope="col" class="right">n</th><th scope="col">why</th></tr></thead>
    <tbody>${left.map(
      (row) =>
        html`<tr><th scope="row">${row.contender}</th><td>${opNames[row.op]}</td><td class="right">${sizeText(row)}</td><td>${row.reason}</td></tr>`,
    )}</tbody></table></div>`;
}
