import { readFileSync } from 'node:fs';
import { type Accuracy, accuracyFile, accuracyText, committedAccuracy } from './accuracy.ts';
import { entries, source } from './entries.ts';
import { functionsPage } from './functions.ts';
import { displayMath, replaceBlock } from './markdown.ts';
import { operations, overview } from './overview.ts';
import { equations, page } from './page.ts';
import { sizes } from './sizes.ts';
import { tablesPage } from './tables.ts';

export const root = new URL('../../../', import.meta.url);
export const folder = 'docs/identities/';

/** The rule of `inv` as it stands in its file, and the formulas that it prints. */
function rule(): string {
  const inv = entries.find(({ name }) => name === 'inv');
  const [text] = /^ {2}rule: [\s\S]*?\n {2}\}\)/m.exec(source('identity/inv.ts')) ?? [];
  if (inv === undefined || text === undefined) throw new Error('identity/inv.ts: no rule was found');
  const code = text.replace(/^ {2}/gm, '');
  const { jvp, vjp } = equations(inv);
  return `\`\`\`ts no-run\n${code}\n\`\`\`\n\n${displayMath([[...jvp, ...vjp].join(' \\qquad ')])}`;
}

/** Everything that is written from the code: the text of each file by its path from the root. */
export function files(): ReadonlyMap<string, string> {
  const blocks = { rule: rule(), operations: operations(), sizes: sizes(root) };
  const readme = Object.entries(blocks).reduce(
    (text, [name, content]) => replaceBlock(text, name, content),
    readFileSync(new URL('README.md', root), 'utf8'),
  );
  const accuracy = committedAccuracy(root);
  const measured = entries.flatMap(({ name }): [string, Accuracy][] => {
    const figure = accuracy.get(name);
    return figure ? [[name, figure]] : [];
  });
  return new Map([
    ...entries.map((entry): [string, string] => [
      `${folder}${entry.name}.md`,
      page(entry, accuracy.get(entry.name)),
    ]),
    [accuracyFile, accuracyText(new Map(measured))],
    [`${folder}README.md`, overview()],
    ['docs/functions.md', functionsPage()],
    ['docs/tables.md', tablesPage()],
    ['README.md', readme],
  ]);
}
