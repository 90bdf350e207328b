import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, raw } from './html.ts';

/** Draws a plot without a browser and gives its SVG as text. */
export function svg(options: Plot.PlotOptions, label: string): Html {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const plot = Plot.plot({ ...options, document, ariaLabel: label } as Plot.PlotOptions);
  plot.setAttribute('role', 'img');
  // Coordinates to a tenth of a pixel are enough and halve the page.
  return raw(plot.outerHTML.replace(/-?\d+\.\d{2,}/g, (x: string) => String(Number(Number(x).toFixed(1)))));
}
