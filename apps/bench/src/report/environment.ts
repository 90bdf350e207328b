import type { Results } from '../results/schema.ts';
import { unitText } from './format.ts';
import { type Html, html } from './html.ts';

/** Machine, versions, units. */
export function environmentList({ environment: e, backends }: Results): Html {
  return html`<dl>
    <dt>Measured</dt><dd>${e.date.slice(0, 16).replace('T', ' ')} UTC, in ${e.seconds.toFixed(0)} s</dd>
    <dt>Machine</dt><dd>${e.cpu}, ${e.cores} cores, ${e.os}, load ${e.load.toFixed(1)}</dd>
    <dt>Runtime</dt><dd>Node ${e.node}, V8 ${e.v8}</dd>
    <dt>Timing</dt><dd>median of batches of about 2 ms, the libraries taking turns, ${e.gc ? 'a minor garbage collection before each batch' : 'no garbage collection forced'}</dd>
    <dt>Libraries</dt><dd>${backends.map(({ name, version, unit }) => `${name} ${version} (u = ${unitText(unit)})`).join(', ')}</dd>
  </dl>`;
}
