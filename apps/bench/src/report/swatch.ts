import { type Html, html, raw } from './html.ts';
import { backendColor } from './palette.ts';

type Named = { readonly backends: readonly { readonly name: string }[] };

/** A backend's colour and name. */
export function swatch({ backends }: Named, name: string): Html {
  const k = backends.findIndex((b) => b.name === name);
  return html`<span class="swatch" style="${raw(`background:${backendColor(k)}`)}"></span>${name}`;
}

/** All backends with their colours. */
export const legend = (results: Named, names: readonly string[]): Html =>
  html`<ul class="legend">${names.map((name) => html`<li>${swatch(results, name)}</li>`)}</ul>`;
