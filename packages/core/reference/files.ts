import { readFileSync } from 'node:fs';
import { entries } from './entries.ts';
import { replaceBlock } from './markdown.ts';
import { operations, overview } from './overview.ts';
import { page } from './page.ts';
import { sizes } from './sizes.ts';

export const root = new URL('../../../', import.meta.url);
export const folder = 'docs/identities/';

/** Everything that is written from the code: the text of each file by its path from the root. */
export function files(): ReadonlyMap<string, string> {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  return new Map([
    ...entries.map((entry): [string, string] => [`${folder}${entry.name}.md`, page(entry)]),
    [`${folder}README.md`, overview()],
    ['README.md', replaceBlock(replaceBlock(readme, 'operations', operations()), 'sizes', sizes(root))],
  ]);
}
