import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The installed version of a package. */
export function versionOf(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  if (!path) throw new Error(`${name} is not installed`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
