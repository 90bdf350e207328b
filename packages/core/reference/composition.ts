import { posix } from 'node:path';
import { type Entry, entries, source } from './entries.ts';

const byName = new Map(entries.map((entry) => [entry.name, entry]));

/** What a file imports from others of its folder: names, types left out, and the file. */
const importsOf = (file: string): { readonly names: readonly string[]; readonly from: string }[] =>
  [...source(file).matchAll(/^import \{([^}]*)\} from '(\.\/\w+\.ts)';$/gm)].map(
    ([, names = '', from = '']) => ({
      names: names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type ')),
      from: posix.join(posix.dirname(file), from),
    }),
  );

/** What a function is composed of. */
export interface Composition {
  /** Operations that its file imports, itself or by helpers. */
  readonly parts: ReadonlySet<string>;
  /** Whether an identity that is not public is among them. */
  readonly own: boolean;
}

// Words of the algebra that are no operations stand for what they are handed.
const definesRule = (text: string): boolean => text.includes('defineIdentity') && !/^ {2}word: /m.test(text);

/** What the function of an entry is composed of. */
export function compositionOf({ file }: Pick<Entry, 'file'>, seen = new Set([file])): Composition {
  const parts = new Set<string>();
  let own = definesRule(source(file));
  for (const { names, from } of importsOf(file)) {
    for (const name of names) if (byName.has(name)) parts.add(name);
    if (seen.has(from) || names.every((name) => byName.has(name))) continue;
    const helper = compositionOf({ file: from }, seen.add(from));
    for (const part of helper.parts) parts.add(part);
    own ||= helper.own;
  }
  return { parts, own };
}
