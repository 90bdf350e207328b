import { kinds, ops } from '../golden/format.ts';
import type { Results } from '../results/schema.ts';
import { duration, times } from './format.ts';
import { type Html, html } from './html.ts';
import { swatch } from './swatch.ts';

const anchor = 'ml-matrix';

/** The times themselves, with how many times as fast as ml-matrix. */
export function speedNumbers(results: Results): Html {
  const { speed, backends } = results;
  const contenders = backends.flatMap(({ name }) =>
    kinds
      .filter((kind) => speed.some((r) => r.backend === name && r.kind === kind))
      .map((kind) => ({ name, kind })),
  );
  const cases = ops.flatMap((op) =>
    [...new Set(speed.filter((r) => r.op === op).map(({ n }) => n))].map((n) => ({ op, n })),
  );
  return html`<p class="soft">Median time of one call; below it, how many times as fast as ${anchor}'s value.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Times"><table>
    <thead><tr><th scope="col">op</th><th scope="col" class="right">n</th>${contenders.map(
      ({ name, kind }) =>
        html`<th scope="col" class="right">${swatch(results, name)}${kind === 'gradient' ? ' + ∇' : ''}</th>`,
    )}</tr></thead>
    <tbody>${cases.map(({ op, n }) => {
      const find = (name: string, kind: string) =>
        speed.find((r) => r.op === op && r.n === n && r.backend === name && r.kind === kind);
      const base = find(anchor, 'value')?.median;
      return html`<tr><th scope="row">${op}</th><td class="right">${n}</td>${contenders.map(
        ({ name, kind }) => {
          const row = find(name, kind);
          if (!row) return html`<td class="right none">–</td>`;
          const ratio =
            base && name !== anchor
              ? html`<br><small class="soft">${times(base / row.median)}</small>`
              : null;
          return html`<td class="right">${duration(row.median)}${ratio}</td>`;
        },
      )}</tr>`;
    })}</tbody></table></div>`;
}
