import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Golden } from './format.ts';

/** File name of a matrix's references. */
export const goldenPath = (name: string): string =>
  fileURLToPath(new URL(`./data/${name.replace('·', '-times-').replace('^', '')}.json`, import.meta.url));

export function readGolden(name: string): Golden {
  const path = goldenPath(name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run golden\``);
  return JSON.parse(readFileSync(path, 'utf8')) as Golden;
}
