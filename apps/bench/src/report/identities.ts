import type { Results } from '../results/schema.ts';
import { duration, short } from './format.ts';
import { type Html, html } from './html.ts';

/** What first derivatives may differ from four-point differences by, second ones from those of the VJP, and JVP from VJP. */
const limits = { first: 1e-8, adjoint: 1e-12, second: 1e-8 } as const;

/** The identities of core: how well their derivatives agree, and what they cost beside the value. */
export function identityTable({ identities }: Results): Html {
  const error = (kind: keyof typeof limits, x: number | string) => {
    const good = Number(x) <= limits[kind];
    return html`<td class="right"><span class="key ${good ? 'ok' : 'wrong'}">${short(x)}</span></td>`;
  };
  const cost = (seconds: number, value: number) =>
    html`<td class="right">${duration(seconds)} <small class="soft">×${Number((seconds / value).toPrecision(2))}</small></td>`;
  return html`<p>The ${identities.length} identities of @matgrad/core, as its registry lists them. Relative disagreement of JVP and VJP with
    four-point differences of the value, of the two with each other, and of second derivatives, in all four nestings of forward
    and reverse mode, with differences of the VJP. Differences themselves are good for 8 to 11 digits.</p>
    <details><summary>All of them</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Every identity"><table class="fine">
    <thead><tr><th scope="col">identity</th><th scope="col">at</th><th scope="col" class="right">first order</th><th scope="col"
      class="right">JVP · VJP</th><th scope="col" class="right">second order</th><th scope="col" class="right">value</th><th
      scope="col" class="right">with JVP</th><th scope="col" class="right">with VJP</th></tr></thead>
    <tbody>${identities.map(
      ({ name, shapes, errors, value, jvp, vjp }) => html`<tr><th scope="row">${name}</th><td>${shapes}</td>
        ${error('first', errors.first)}${error('adjoint', errors.adjoint)}${error('second', errors.second)}
        <td class="right">${duration(value)}</td>${cost(jvp, value)}${cost(vjp, value)}</tr>`,
    )}</tbody></table></div></details>`;
}
