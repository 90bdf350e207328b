import type { AnyIdentity } from './define/define.ts';
import { entryPoints } from './entryPoints.ts';
import { words } from './identity/words.ts';

const isIdentity = (x: unknown): x is AnyIdentity => typeof x === 'function' && 'spec' in x;

/**
 * Every identity: what the entry points export and the words of the algebra, by name.
 *
 * Tests, docs and benchmark cases are derived from it; they do not import it.
 *
 * @example
 * registry.get('inv') === inv //=> true
 */
export const registry: ReadonlyMap<string, AnyIdentity> = new Map(
  [
    ...Object.values(entryPoints).flatMap((exported): unknown[] => Object.values(exported)),
    ...Object.values(words),
  ]
    .filter(isIdentity)
    .map((id): [string, AnyIdentity] => [id.spec.name, id])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
