import { type Kind, kinds } from '../golden/format.ts';
import type { Results } from '../results/schema.ts';
import { type Summary, select, summarise } from '../results/summary.ts';

const head = [
  'backend',
  'asked',
  'cases',
  'right',
  'refused, rightly',
  'not determined',
  'failed',
  'wrong without a word',
  'digits lost, worst',
];

function row(name: string, kind: Kind, { cases, counts, silent, worst }: Summary): string[] {
  const refused = counts.refused + counts['refused-untyped'];
  const undetermined = counts.undetermined + counts['out-of-range'];
  const failed = counts.threw + counts.nonfinite;
  const numbers = [cases, counts.ok + counts.degraded, refused, undetermined, failed, silent].map(String);
  return [name, kind, ...numbers, worst === undefined ? '' : Number.isFinite(worst) ? worst.toFixed(1) : '∞'];
}

/** The accuracy of every backend in Markdown: what was asked, and one row for values, one for gradients where it has them. */
export function accuracyMarkdown(results: Results): string {
  const rows = results.backends.flatMap(({ name, version }) =>
    kinds.flatMap((kind) => {
      const summary = summarise(select(results, name, undefined, kind));
      const own = name.startsWith('@matgrad') || name.startsWith('tfjs-ops');
      return summary.cases === 0 ? [] : [row(own ? name : `${name} ${version}`, kind, summary)];
    }),
  );
  const asked = [...new Set(results.accuracy.map(({ op }) => op))].map((op) => `\`${op}\``).join(', ');
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${asked} on ${results.matrices.length} matrices:\n\n${table}`;
}
