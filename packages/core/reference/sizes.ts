import { readFileSync } from 'node:fs';
import { table } from './markdown.ts';

interface Manifest {
  readonly name: string;
  readonly 'size-limit': readonly { readonly name: string; readonly limit: string }[];
}

/** The size budgets that the packages are held to. */
export function sizes(root: URL): string {
  const rows = ['core', 'tfjs-ops'].flatMap((folder) => {
    const text = readFileSync(new URL(`packages/${folder}/package.json`, root), 'utf8');
    const { name, 'size-limit': limits } = JSON.parse(text) as Manifest;
    return limits.map((budget) => [`\`${name}\`, ${budget.name}`, `${budget.limit}`]);
  });
  return table(['bundle', 'at most, minified and gzipped'], rows);
}
