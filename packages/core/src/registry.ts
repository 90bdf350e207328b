import type { AnyIdentity } from './identity/define.ts';
import { words } from './identity/words.ts';
import * as exported from './index.ts';

const isIdentity = (x: unknown): x is AnyIdentity => typeof x === 'function' && 'spec' in x;

/**
 * Every identity: what index.ts exports and the words of the algebra, by name.
 *
 * Tests, docs and benchmark cases are derived from it; index.ts does not import it.
 *
 * @example
 * registry.get('inv') === inv //=> true
 */
export const registry: ReadonlyMap<string, AnyIdentity> = new Map(
  [...Object.values(exported as Record<string, unknown>), ...Object.values(words)]
    .filter(isIdentity)
    .map((id): [string, AnyIdentity] => [id.spec.name, id])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
